"""Write a list number the way a browser or Word would show it."""

from __future__ import annotations

from collections.abc import Callable

SIMPLE = "零一二三四五六七八九"
LEGAL = "零壹贰叁肆伍陆柒捌玖"
ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


def ordinal(number: int, style: str) -> str:
    """Return ``number`` in a CSS list style or a Word number format; an unknown style counts in digits."""
    write = STYLES.get(style.lower().replace("-", ""))
    return write(number) if write and number > 0 else str(number)


def chinese(number: int) -> str:
    """Return 一, 十, 二十一, 一百零五 (up to 9999)."""
    return _places(number, SIMPLE, "十百千")


def _legal(number: int) -> str:
    return _places(number, LEGAL, "拾佰仟", False)


def _places(number: int, digits: str, units: str, short: bool = True) -> str:
    if number > 9999:
        return str(number)
    figures = str(number)
    words = ""
    for index, figure in enumerate(figures):
        power = len(figures) - index - 1
        if figure != "0":
            words += digits[int(figure)] + (units[power - 1] if power else "")
        elif figures[index:].strip("0") and not words.endswith(digits[0]):
            words += digits[0]
    return words[1:] if short and words.startswith(digits[1] + units[0]) else words


def _digits(number: int) -> str:
    return "".join(("〇" + SIMPLE[1:])[int(figure)] for figure in str(number))


def _alpha(number: int) -> str:
    word = ""
    while number:
        number, rest = divmod(number - 1, 26)
        word = chr(97 + rest) + word
    return word


def _repeated(number: int) -> str:
    """Return Word's letters: z is followed by aa, bb, not by aa, ab."""
    rounds, rest = divmod(number - 1, 26)
    return chr(97 + rest) * (rounds + 1)


def _roman(number: int) -> str:
    word = ""
    for value, letters in ROMAN:
        times, number = divmod(number, value)
        word += letters * times
    return word


def _circled(number: int) -> str:
    return chr(0x2460 + number - 1) if number <= 20 else str(number)


def _zero(number: int) -> str:
    return f"{number:02d}"


def _full_width(number: int) -> str:
    return str(number).translate({48 + digit: 0xFF10 + digit for digit in range(10)})


STYLES: dict[str, Callable[[int], str]] = {
    "a": _alpha,
    "loweralpha": _alpha,
    "lowerlatin": _alpha,
    "upperalpha": lambda number: _alpha(number).upper(),
    "upperlatin": lambda number: _alpha(number).upper(),
    "lowerletter": _repeated,
    "upperletter": lambda number: _repeated(number).upper(),
    "i": _roman,
    "lowerroman": _roman,
    "upperroman": lambda number: _roman(number).upper(),
    "decimalleadingzero": _zero,
    "decimalzero": _zero,
    "decimalfullwidth": _full_width,
    "decimalfullwidth2": _full_width,
    "decimalenclosedcircle": _circled,
    "decimalenclosedcirclechinese": _circled,
    "cjkideographic": chinese,
    "cjkdecimal": _digits,
    "simpchineseinformal": chinese,
    "tradchineseinformal": chinese,
    "simpchineseformal": _legal,
    "tradchineseformal": _legal,
    "chinesecounting": chinese,
    "chinesecountingthousand": chinese,
    "japanesecounting": chinese,
    "taiwanesecounting": chinese,
    "taiwanesecountingthousand": chinese,
    "ideographdigital": _digits,
    "taiwanesedigital": _digits,
    "chineselegalsimplified": _legal,
}
