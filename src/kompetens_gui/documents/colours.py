"""The colours of the design guide that are used on paper. Nothing is told by colour alone: papers are printed grey."""

from reportlab.lib.colors import Color, HexColor

TEXT: Color = HexColor("#16252B")
TEXT_2: Color = HexColor("#405057")
TEXT_3: Color = HexColor("#55656B")
ACCENT: Color = HexColor("#0D5C63")
ACCENT_TINT: Color = HexColor("#E1EFEE")
ACCENT_LINE: Color = HexColor("#C6E0DF")
BRAND: Color = HexColor("#10333A")
SURFACE_2: Color = HexColor("#F7F9F8")
BORDER: Color = HexColor("#D5DDDC")
BORDER_STRONG: Color = HexColor("#748387")
MISSING: Color = HexColor("#B3261E")
MISSING_TINT: Color = HexColor("#FDEEEC")
WHOLE: Color = HexColor("#2A6E3F")
WHOLE_TINT: Color = HexColor("#E3F1E6")
WHITE: Color = HexColor("#FFFFFF")

DIAGNOSIS: Color = HexColor("#1270BD")
FUNCTION: Color = HexColor("#955700")
FUNCTION_SYMBOL: Color = HexColor("#F2BA4E")
ACTIVITY: Color = HexColor("#7C2277")
WORK_TASK: Color = HexColor("#2A6E3F")
BASIS: Color = HexColor("#3D545E")
