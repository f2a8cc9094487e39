"""The terms of a text: words and pairs of words, or characters and pairs where words have no spaces.

A term is known by a 64-bit hash, as in the pilot, so that ties between equally common terms fall alike.
"""

import re
from functools import lru_cache

MASK = (1 << 64) - 1


@lru_cache(maxsize=None)
def fnv1a(token):
    """FNV-1a over the UTF-8 bytes (Fowler, Noll and Vo)."""
    value = 0xCBF29CE484222325
    for byte in token.encode("utf-8"):
        value = ((value ^ byte) * 0x100000001B3) & MASK
    return value


def kind(character):
    """Whether a character is part of a word, a character of its own, a sign, or a gap."""
    code = ord(character)
    if 0x30 <= code <= 0x39 or 0x41 <= code <= 0x5A or 0x61 <= code <= 0x7A or code == 0x5F:
        return "letter"
    if code in (0x24, 0xA3, 0xA5, 0x20AC) or 0x1F300 <= code <= 0x1FAFF or 0x2600 <= code <= 0x27BF:
        return "sign"
    if code < 0xC0 or code in (0xD7, 0xF7):
        return "space"
    if (0x3040 <= code <= 0x30FF or 0x3400 <= code <= 0x4DBF or 0x4E00 <= code <= 0x9FFF
            or 0xF900 <= code <= 0xFAFF or 0x20000 <= code <= 0x2FA1F):
        return "character"
    if (0x2000 <= code <= 0x2BFF or 0x2E00 <= code <= 0x303F or 0xFF00 <= code <= 0xFF0F
            or 0xFF1A <= code <= 0xFF20 or 0xFE00 <= code <= 0xFE6F):
        return "space"
    return "letter"


def tokens(text):
    """(hash, start, end, is it a character of its own) of every token, in lower case."""
    text = text.lower()
    found = []
    start = None
    for at, character in enumerate(text):
        what = kind(character)
        # An apostrophe joins the letters on both its sides.
        joins = character == "'" and start is not None and text[at + 1:at + 2].isascii() \
            and text[at + 1:at + 2].isalpha()
        if what == "letter" or joins:
            start = at if start is None else start
            continue
        if start is not None:
            found.append((fnv1a(text[start:at]), start, at, False))
        start = None
        if what != "space":
            found.append((fnv1a(character), at, at + 1, what == "character"))
    if start is not None:
        found.append((fnv1a(text[start:]), start, len(text), False))
    return found


def mixed(value, text):
    """FNV-1a carried on from a hash."""
    for byte in text.encode("utf-8"):
        value = ((value ^ byte) * 0x100000001B3) & MASK
    return value


SEED = 0xCBF29CE484222325


def words_of_letters(text, shortest, longest):
    """Words of letters wherever they stand, none across an unknown letter."""
    for start in range(len(text)):
        for end in range(start, min(start + longest, len(text))):
            if text[end] == "N":
                break
            if end - start + 1 >= shortest:
                yield fnv1a(text[start:end + 1])


def placed_letters(text):
    """Single letters and pairs with their place, and words of three without it."""
    for start in range(len(text)):
        value = ((SEED ^ MASK) ^ (start & 0xFF)) * 0x100000001B3 & MASK
        value = (value ^ (start >> 8 & 0xFF)) * 0x100000001B3 & MASK
        for end in range(start, min(start + 2, len(text))):
            if text[end] == "N":
                break
            value = mixed(value, text[end])
            yield value
    yield from words_of_letters(text, 3, 3)


def structure_tokens(text):
    """A bracket with what it holds, Cl, Br, or one character each."""
    return re.findall(r"\[[^\]]*\]?|Cl|Br|.", text)


def runs_of_atoms(text):
    """Runs of one to three tokens of a SMILES string, by their ends, the shortest first."""
    tokens = structure_tokens(text)
    for end in range(len(tokens)):
        for length in range(1, min(3, end + 1) + 1):
            yield fnv1a("".join(tokens[end - length + 1:end + 1]))


def terms(text, kind="text"):
    """The hashes of all terms of a cell, in order."""
    if kind == "structure":
        return list(runs_of_atoms(text))
    if kind == "text":
        return words(text)
    letters = text.upper().replace("U", "T")
    return list(placed_letters(letters) if kind == "placed-nucleotides" else words_of_letters(letters, 3, 6))


def words(text):
    """The hashes of all words or characters, single ones and pairs, in order."""
    result = []
    before = None
    for token in tokens(text):
        result.append(token[0])
        # Words pair across punctuation, characters only with their direct neighbour.
        if before and before[3] == token[3] and (not token[3] or before[2] == token[1]):
            pair = ((before[0] * 0x9E3779B97F4A7C15) & MASK) ^ ((token[0] + 0x517CC1B727220A95) & MASK)
            result.append(pair)
        before = token
    return result
