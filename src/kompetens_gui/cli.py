"""The console twin, `kompetens`: for IT, scripts and checks. Messages in Swedish, JSON keys in English.

Exit codes: 0 fine, 1 the input is at fault, 2 wrong usage, 3 the surroundings are at fault, 141 when whoever read the
output stopped reading (as in `| head`): what a shell gives for that.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kompetens_gui import __version__
from kompetens_gui.domain.errors import (
    DatabaseDamaged,
    DatabaseTooNew,
    DataInUse,
    DiskFull,
    FileNotWritten,
    FolderNotWritable,
    KompetensError,
    StorageFailed,
)

if TYPE_CHECKING:
    from kompetens_gui.storage.checking import DatabaseContents

FINE, INPUT_AT_FAULT, WRONG_USAGE, SURROUNDINGS_AT_FAULT = 0, 1, 2, 3
NOBODY_READS = 141
SURROUNDINGS = (
    DataInUse,
    DatabaseTooNew,
    DatabaseDamaged,
    DiskFull,
    FileNotWritten,
    FolderNotWritable,
    StorageFailed,
)
Command = Callable[[argparse.Namespace], int]
_REHAB_CHAIN_OPTIONS = (
    ("--start", "D", "sjukperiodens första dag, ÅÅÅÅ-MM-DD"),
    ("--exam", "D", "dagen som prövas, ÅÅÅÅ-MM-DD"),
    ("--situation", "S", "sysselsättning: employed, unemployed, self_employed, on_call, on_leave, childcare, student"),
    ("--exception", "E", "undantag vars krav är uppfyllt, till exempel predominant_reasons"),
    ("--age", "N", "ålder den prövade dagen"),
    ("--earlier-days", "N", "dagar från en tidigare period som läggs ihop"),
    ("--employment-ended", "D", "sista dagen i anställningen, ÅÅÅÅ-MM-DD"),
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    try:
        try:
            return _run(arguments)
        finally:
            # Here, where a closed pipe can be told from other faults; Python itself writes the rest too late for that.
            sys.stdout.flush()
    except BrokenPipeError:
        _write_nothing_more()
        return NOBODY_READS


def _run(arguments: Sequence[str] | None) -> int:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    options = _parser().parse_args(arguments)
    _apply_folders(options)
    command: Command = options.command
    try:
        return command(options)
    except KompetensError as error:
        return _fail(error)
    except KeyboardInterrupt:
        print("Avbrutet.", file=sys.stderr)
        return SURROUNDINGS_AT_FAULT


def _write_nothing_more() -> None:
    """Let what is left to write go nowhere: at its end Python would try once more, and complain."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="kompetens", description="Kompetens på kommandoraden.")
    parser.add_argument("--version", action="version", version=f"Kompetens {__version__}")
    parser.add_argument("--data-dir", metavar="MAPP", help="mapp för data, i stället för den vanliga")
    parser.add_argument("--database-url", metavar="URL", help="databas, i stället för filen i datamappen")
    commands = parser.add_subparsers(metavar="kommando", required=True)

    validate = commands.add_parser("validate", help="granska fall, mallar och annat innehåll")
    validate.add_argument("paths", nargs="*", type=Path, metavar="SÖKVÄG")
    validate.set_defaults(command=_validate)

    demo = commands.add_parser("demo", help="kör en hel gruppdialog utan skärm och lämna bilder och papper")
    demo.add_argument("outdir", type=Path, metavar="MAPP")
    demo.set_defaults(command=_demo)

    chain = commands.add_parser("rehab-chain", help="vad arbetsförmågan prövas mot en viss dag i rehabiliteringskedjan")
    for name, metavar, words in _REHAB_CHAIN_OPTIONS:
        chain.add_argument(name, metavar=metavar, help=words)
    chain.add_argument(
        "--earlier-period", action="append", default=[], metavar="D/D", help="tidigare period, första och sista dag"
    )
    chain.add_argument("--json", action="store_true", help="svara med JSON")
    chain.add_argument("--details", action="store_true", help="ta med alternativ och skäl i JSON-svaret")
    chain.set_defaults(command=_rehab_chain)

    twee = commands.add_parser("twee", help="skriv kartan över ett förgreningsfall som Twee 3, att öppna i Twine")
    twee.add_argument("file", type=Path, metavar="FALLFIL")
    twee.add_argument("--out", type=Path, metavar="FIL", help="skriv till en fil i stället för till skärmen")
    twee.set_defaults(command=_twee)

    verify = commands.add_parser("verify", help="kontrollera ett kursintyg: PDF, märke eller texten i QR-koden")
    verify.add_argument("file", metavar="FIL", help="fil att kontrollera, eller - för att läsa från ett annat program")
    verify.add_argument("--json", action="store_true", help="svara med JSON")
    verify.add_argument(
        "--keys", action="append", default=[], type=Path, metavar="FIL", help="lita den här gången på nycklarna i filen"
    )
    verify.set_defaults(command=_verify)

    backup = commands.add_parser("backup", help="gör en säkerhetskopia, också medan programmet är igång")
    backup.add_argument("file", type=Path, metavar="FIL")
    backup.set_defaults(command=_backup)

    restore = commands.add_parser("restore", help="återställ en säkerhetskopia; det som fanns läggs åt sidan")
    restore.add_argument("file", type=Path, metavar="FIL")
    restore.set_defaults(command=_restore)

    check = commands.add_parser("check", help="kontrollera att databasen är hel")
    check.set_defaults(command=_check)
    return parser


def _apply_folders(options: argparse.Namespace) -> None:
    """Let the options win over the environment for everything that runs after this."""
    if options.data_dir:
        os.environ["KOMPETENS_DATA_DIR"] = options.data_dir
    if options.database_url:
        os.environ["KOMPETENS_DATABASE_URL"] = options.database_url


def _fail(error: KompetensError) -> int:
    from kompetens_gui.ui.shell.error_texts import explain

    words = explain(error)
    print(f"{words.title} {words.what_to_do}".strip(), file=sys.stderr)
    return SURROUNDINGS_AT_FAULT if isinstance(error, SURROUNDINGS) else INPUT_AT_FAULT


def _validate(options: argparse.Namespace) -> int:
    from kompetens_gui.content.validate import run

    return run(options.paths, print)


def _demo(options: argparse.Namespace) -> int:
    from kompetens_gui.demo import run_demo

    return run_demo(options.outdir, print)


def _rehab_chain(options: argparse.Namespace) -> int:
    import json

    from kompetens_gui.content.rehabilitation_rules import load_rehabilitation_rules
    from kompetens_gui.domain.errors import InvalidValue
    from kompetens_gui.domain.rehabilitation_rules import assess
    from kompetens_gui.services.rehabilitation_question import (
        as_data,
        as_text,
        fault_text,
        is_miswritten,
        question_from,
    )

    rules = load_rehabilitation_rules()
    try:
        question = question_from(rules, vars(options), options.earlier_period)
        found = assess(rules, question)
    except InvalidValue as error:
        print(fault_text(rules, error), file=sys.stderr)
        return WRONG_USAGE if is_miswritten(error) else INPUT_AT_FAULT
    if options.json or options.details:
        print(json.dumps(as_data(found, details=options.details), ensure_ascii=False))
    else:
        print(as_text(rules, question, found))
    return FINE


def _twee(options: argparse.Namespace) -> int:
    """Write the map of a branching case, also of one that is not finished: ways to nowhere show as such in Twine."""
    from kompetens_gui.content.loading import checked_model
    from kompetens_gui.content.study.branching import BranchingModel, to_branching_case
    from kompetens_gui.content.yaml_reader import read_yaml
    from kompetens_gui.domain.branching_twee import to_twee
    from kompetens_gui.environment.atomic_file import write_whole

    text = to_twee(to_branching_case(checked_model(read_yaml(options.file), BranchingModel)))
    if options.out is None:
        print(text, end="")
    else:
        write_whole(options.out, text.encode("utf-8"))
        print(f"Kartan är skriven: {options.out}")
    return FINE


def _verify(options: argparse.Namespace) -> int:
    """Check a course certificate, also while the program is open: nothing is written and nothing is locked."""
    from kompetens_gui.checking_console import verify

    return verify(options.file, options.keys, _data_dir(), _url(), as_json=options.json, out=print)


def _data_dir() -> Path:
    from kompetens_gui.environment.paths import find_paths
    from kompetens_gui.environment.preferences_file import PreferencesFile

    paths = find_paths()
    return paths.with_data_folder(PreferencesFile(paths.preferences_file).load().data_folder).data_dir


def _url() -> str:
    return os.environ.get("KOMPETENS_DATABASE_URL", "")


def _backup(options: argparse.Namespace) -> int:
    from kompetens_gui.storage.backup import backup

    report = backup(_data_dir(), options.file, _url())
    print(f"Säkerhetskopian är gjord: {report.path} ({report.size // 1024} kB). {_contents(report.contents)}")
    return FINE


def _restore(options: argparse.Namespace) -> int:
    from kompetens_gui.storage.backup import restore

    report = restore(options.file, _data_dir(), url=_url())
    print(f"Återställt till {report.path}. {_contents(report.contents)}")
    if report.kept_aside is not None:
        print(f"Det som fanns där förut ligger i {report.kept_aside}.")
    return FINE


def _check(_options: argparse.Namespace) -> int:
    from kompetens_gui.storage.checking import check_database
    from kompetens_gui.storage.database import database_file

    report = check_database(database_file(_data_dir(), _url()))
    print(f"{report.path}: {_contents(report.contents)}")
    for problem in report.problems:
        print(f"FEL {problem.kind} {problem.where} {problem.detail}".rstrip())
    if report.is_sound:
        print("Allt går att läsa.")
        return FINE
    print("Databasen har fel. Återställ en säkerhetskopia med: kompetens restore FIL", file=sys.stderr)
    return INPUT_AT_FAULT


def _contents(contents: "DatabaseContents") -> str:
    return (
        f"{contents.sessions} tillfällen, {contents.events} händelser, {contents.course_certificates} kursintyg "
        f"(schema {contents.schema or 'saknas'})."
    )


if __name__ == "__main__":
    sys.exit(main())
