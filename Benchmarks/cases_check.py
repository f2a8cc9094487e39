"""How the scoring judges deployments whose end is known.

    python3 Benchmarks/cases_check.py CASES.yaml [PROGRAM]

CASES.yaml lists documented deployments: `before` (what was known before the launch), `label` (how it ended, which
verdicts and approaches experts would have accepted) and `domain`. Only structured fields of `before` become answers;
everything else stays unknown, and nothing under `label` is read before the scores are there. Prints the area under
the ROC curve of (residual risk − fit) for failure against success, over all and within stakes bands, the verdicts by
outcome, and how often an acceptable approach stands among the first two.
"""
import json
import subprocess
import sys
import tempfile

import yaml

DIRECT = {  # our question: (their field, {their value: our option}); other values stay unknown
    "data.quality": ("data_quality", {"good": "good", "mixed": "mixed", "poor": "poor"}),
    "data.label-is-proxy": ("label_is_proxy", {"no": "no", "partly": "partly", "yes": "yes"}),
    "data.representative": ("data_representative", {"yes": "yes", "partly": "partly", "no": "no"}),
    "data.drift": ("drift_rate", {"low": "low", "med": "medium", "high": "high"}),
    "data.label-source": ("label_source", {"none": "none"}),
    "privacy.personal-data": ("personal_data", {k: k for k in ("none", "pseudonymous", "identified", "special-category")}),
    "privacy.legal-basis": ("legal_basis", {k: k for k in ("clear", "contested", "absent")}),
    "safety.stakes": ("decision_stakes", {k: k for k in ("low", "medium", "high", "critical")}),
    "safety.human-review": ("human_in_loop", {"full": "every-case", "partial": "some-cases", "none": "none"}),
    "safety.validation": ("validation_before_launch", {
        "none": "none", "internal_only": "internal", "external_or_benchmark": "external",
        "live_pilot": "live-pilot", "prospective_trial_or_equivalent": "prospective-trial"}),
    "safety.rollout": ("rollout", {
        "staged": "staged", "customer_by_customer": "staged", "pilot_or_research_only": "staged",
        "not_launched": "staged", "full_at_once": "full-at-once"}),
    "safety.adversaries": ("adversarial_users", {"no": "no", "some": "yes", "yes": "yes"}),
    "safety.contest": ("contest_path", {"yes": "yes", "limited": "limited", "no": "no", "not_applicable": "not-applicable"}),
    "safety.reversible": ("error_reversible", {"yes": "yes", "partly": "partly", "no": "no"}),
    "explainability.required": ("explainability_required", {
        "none": "none", "desirable": "desirable", "legally_required": "legally-required"}),
    "explainability.accepted-method": ("explainable_method", {"yes": "yes", "no": "no"}),
    "compute.latency": ("latency_need", {k: k for k in ("realtime", "interactive", "batch")}),
    "compute.available": ("compute_available", {"laptop": "laptop", "gpu": "workstation-gpu", "cluster": "cluster"}),
    "task.open-ended": ("open_ended_generation", {"no": "no", "yes": "yes"}),
}
INPUT = {"vision": "image", "speech": "audio", "nlp": "text"}
APPROACH = {"no_ai": "no-ai", "classical_ml": "classical", "small_neural_net": "small-network",
            "finetuned_pretrained": "fine-tuned", "prompted_llm": "prompted", "rag": "retrieval",
            "train_from_scratch": "from-scratch"}
DOMAINS = ("nlp", "vision", "speech", "medical", "finance", "games")


def sheet(case):
    before = case["before"]
    answers = {}
    for question, (field, values) in DIRECT.items():
        value = values.get(str(before.get(field)))
        if value is not None:
            answers[question] = value
    order = before.get("data_amount_order")
    if order is not None:
        answers["data.labelled-examples"] = 10 ** int(order)
    near = [d for d in (case["domain"], case.get("nearest_tool_domain")) if d in DOMAINS]
    domain = near[0] if near else "finance"
    answers["task.input"] = INPUT.get(case["domain"], "table")
    return {"id": case["id"], "scenario": f"{domain}/other", "answers": answers}


def area(pairs):
    """Chance that a failure scores above a success; ties count half."""
    bad = [s for s, failed in pairs if failed]
    good = [s for s, failed in pairs if not failed]
    if not bad or not good:
        return None
    return sum((b > g) + 0.5 * (b == g) for b in bad for g in good) / (len(bad) * len(good))


def main():
    cases = yaml.safe_load(open(sys.argv[1], encoding="utf-8"))["cases"]
    program = sys.argv[2] if len(sys.argv) > 2 else ".build/release/surefoot"
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for case in cases:
            file.write(json.dumps(sheet(case)) + "\n")
        file.flush()
        done = subprocess.run([program, "assess-many", file.name, "--json"], capture_output=True, text=True)
    if done.returncode:
        sys.exit(done.stderr)
    scored = {line["id"]: line for line in map(json.loads, done.stdout.splitlines())}
    rows = []
    for case in cases:
        line = scored[case["id"]]
        rows.append({
            "id": case["id"], "stakes": case["before"]["decision_stakes"], "outcome": case["label"]["outcome"],
            "score": line["risk"]["residual"]["value"] - line["fit"]["value"], "verdict": line["verdict"],
            "fine": line["verdict"].replace("-", "_") in case["label"]["verdict_acceptable"],
            "first": [a["id"] for a in line["approaches"][:2]],
            "accepted": {APPROACH[a] for a in case["label"]["approach_acceptable"]},
            "title": case["neutral_title"]})
    decided = [r for r in rows if r["outcome"] != "mixed"]
    for name, band in (("all", None), ("low and medium", ("low", "medium")), ("high and critical", ("high", "critical"))):
        part = [(r["score"], r["outcome"] == "failure") for r in decided if band is None or r["stakes"] in band]
        print(f"area under the ROC curve, {name}: {area(part):.3f} ({len(part)} cases)")
    verdicts = ["go", "pilot-first", "redesign", "no-go", "cannot-tell"]
    print("outcome   " + "".join(f"{v:>13}" for v in verdicts))
    for outcome in ("success", "mixed", "failure"):
        counts = [sum(r["outcome"] == outcome and r["verdict"] == v for r in rows) for v in verdicts]
        print(f"{outcome:10}" + "".join(f"{c:13}" for c in counts))
    for n in (1, 2):
        share = sum(bool(set(r["first"][:n]) & r["accepted"]) for r in rows) / len(rows)
        print(f"acceptable approach among the first {n}: {share:.0%}")
    print(f"verdict acceptable: {sum(r['fine'] for r in rows)} of {len(rows)}")
    for r in decided:
        if (r["outcome"], r["verdict"]) in (("success", "no-go"), ("failure", "go")):
            print(f"  {r['id']} {r['title']}: {r['outcome']}, called {r['verdict']}")


main()
