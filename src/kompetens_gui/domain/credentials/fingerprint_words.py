"""The words in which the fingerprint of a key is read over the phone: one for each value of a byte.

The list is part of the format. A word that has been used is never changed: two copies of the program must read the same
key with the same words.
"""

WORDS: tuple[str, ...] = tuple(
    """
abborre adress album altan ananas ankare apelsin april arkiv asfalt astrakan atlas badrum bagage balkong banan
batteri bibliotek biljett blomma bokhylla bomull brevkort buske cello choklad cirkel citron cykel dadlar dagbok
diamant dimma docka dragspel duva ekorre elefant elva energi ensemble epok etikett expert fabrik fackla familj
februari fjord flagga flaska flygel fotboll fredag frukost fyrtorn galler gardin gitarr glass globus gnista grotta
gruva gryta guld gummi gurka hagel hallon hammare handske harpa helikopter himmel honung horisont hotell humla
hyacint igelkott iller indigo insekt instrument isberg istapp italien jacka januari jasmin jeans jolle jordgubbe
journal juvel kaffe kajak kaktus kalender kamera kapten karta kastanj katalog keramik kiosk klarinett kloster knapp
kolibri kompass konsert korall krita krona kudde kuvert kvarn kyrka lakrits lampa lastbil lavendel lax legend
lemonad lilja linjal lokomotiv lupin lykta magnet mammut mandarin marmor mejeri melodi molekyl mosaik motor museum
muskot mynta narciss natur nejlika neon nougat novell november nyckel oboe oktober oliv omelett onsdag opera
orkester ostron paket panter papegoja paraply pelikan penna peppar piano pincett pingvin planet plommon poesi pokal
potatis prisma propeller pumpa purpur pyramid rabarber radio ravin regnrock rektor reptil resa ribba robot roman
rosett rosmarin rubin rulle russin rymd saffran salami sandal saxofon segel semla senap september silver sirap
skalbagge skidor skola skridsko smaragd smultron snigel soffa sommar spaghetti sparv spindel stenbock strumpa svala
svamp symfoni syren tavla telefon tempel tennis termos tiger timjan tomat topas torsdag traktor trappa trumma tulpan
tunnel tvilling uggla ullgarn universum utter vagn valross vanilj vatten verkstad viadukt vinter violett vippa
visselpipa vulkan vykort
""".split()  # noqa: SIM905 (256 quoted words are worse to read)
)
