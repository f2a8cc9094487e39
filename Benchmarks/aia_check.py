"""Canada's Algorithmic Impact Assessment through `rubric import` and `assess-many`, against its own results.

Usage: aia_check.py SURVEY SHEETS EXPECTED [SUREFOOT]

SURVEY is the questionnaire of canada-ca/aia-eia-js (src/survey-enfr.json), SHEETS a folder of answer sheets
{question: answer}, EXPECTED a JSON object with the tool's own result for each sheet (rawImpactScore,
mitigationScore, finalScore, impactLevel, mitigationDeductionApplied, rawByArea, mitigationByArea,
visibleQuestions, droppedOnComplete). Nothing of the questionnaire is kept here; the rule below is its scoring
(src/store.ts), which the form does not hold. Prints one line a sheet; exit 1 where anything differs.
"""
import json
import os
import subprocess
import sys
import tempfile

RULE = """\
id: impact-assessment
points-after: "-"
impact-suffix: "-RS"
mitigation-suffix: "-MS"
unscored-suffix: "-NS"
unknown-options: drop
level-bounds: [0.25, 0.5, 0.75]
# Design and implementation mirror each other and only one of them is ever shown: half of all points.
mitigation: {needs: 0.8, of-maximum: 0.5, reduction: 0.15, rounding: half-up}
"""


def differences(line, expected):
    """The names of what differs between our line and the tool's result."""
    pairs = {
        "raw": (line["raw"], expected["rawImpactScore"]),
        "mitigation": (line["mitigation"], expected["mitigationScore"]),
        "score": (line["score"], expected["finalScore"]),
        "level": (line["level"], expected["impactLevel"]),
        "reduced": (line["reduced"], expected["mitigationDeductionApplied"]),
        "visible": (sorted(line["visible"]), sorted(expected["visibleQuestions"])),
        "dropped": (sorted(set(line["hidden"]) | emptied(line)), sorted(expected["droppedOnComplete"])),
    }
    # Areas have other ids there; both follow the form's order.
    for side, key in (("impact", "rawByArea"), ("mitigation", "mitigationByArea")):
        ours = [(a["questions"], a["points"], a["maximum"]) for a in line["areas"].values() if a["side"] == side]
        theirs = [(a["questions"], a["score"], a["max"]) for a in expected[key].values()]
        pairs[f"{side} areas"] = (ours, theirs)
    return [name for name, (ours, theirs) in pairs.items() if ours != theirs]


def emptied(line):
    """Questions all of whose answer was left out; the tool keeps the rest of a list and does not name it."""
    return {d["question"] for d in line["dropped"] if d["question"] not in line["answered"]}


def main():
    survey, sheets, expected_file = sys.argv[1:4]
    program = os.path.abspath(sys.argv[4] if len(sys.argv) > 4 else ".build/release/surefoot")
    with open(expected_file, encoding="utf-8") as file:
        expected = json.load(file)
    with tempfile.TemporaryDirectory() as folder:
        rule = os.path.join(folder, "rule.yaml")
        with open(rule, "w", encoding="utf-8") as file:
            file.write(RULE)
        catalog = os.path.join(folder, "catalog")
        subprocess.run([program, "rubric", "import", "surveyjs", survey, "--rule", rule, "--out", catalog],
                       check=True)
        subprocess.run([program, "catalog", "check", "--catalog", catalog], check=True)
        output = subprocess.run([program, "assess-many", sheets, "--json", "--catalog", catalog], check=True,
                                stdout=subprocess.PIPE, text=True).stdout
    wrong = 0
    print(f"{'sheet':<24} {'raw':>4} {'mitig.':>6} {'score':>5} {'level':>5} {'shown':>5} {'range':>9}  result")
    lines = [json.loads(line) for line in output.splitlines()]
    for line in lines:
        with open(os.path.join(sheets, line["id"] + ".json"), encoding="utf-8") as file:
            sheet = json.load(file)
        dropped = {}
        for entry in line["dropped"]:
            dropped.setdefault(entry["question"], []).append(entry["value"])
        line["answered"] = [name for name, value in sheet.items()
                            if len(value if isinstance(value, list) else [value]) > len(dropped.get(name, []))]
        found = differences(line, expected[line["id"]])
        wrong += bool(found)
        print(f"{line['id']:<24} {line['raw']:>4} {line['mitigation']:>6} {line['score']:>5} {line['level']:>5} "
              f"{len(line['visible']):>5} {line['low']:>4}–{line['high']:<4}  "
              + ("exact" if not found else "differs in " + ", ".join(found)))
    missing = sorted(set(expected) - {line["id"] for line in lines})
    if missing:
        print("no result for " + ", ".join(missing))
    print(f"{len(lines) - wrong} of {len(expected)} exact")
    sys.exit(1 if wrong or missing else 0)


main()
