"""Writes knowledge.json and assessment.json, the made-up case that the report tests use.

The numbers are invented but consistent: contributions add up to the scores they explain. Run it with
Python 3 after changing a value type, then re-record the golden files (see GoldenFiles.swift).
"""
import json
import math
import pathlib

HERE = pathlib.Path(__file__).parent


def text(en, zh):
    return {"en": en, "zh": zh}


JUDGED = [{"judgement": {}}]


def cited(source, place):
    return [{"source": {"_0": source, "place": place}}]


def choice(id, section, en, zh, options, action=None, visible_if=None, helps=None):
    question = {
        "id": id, "section": section, "kind": {"choice": {}}, "text": text(en, zh),
        "why": text("It decides what the approach can rest on.", "它决定做法可以依靠什么。"),
        "help": helps or text("Ask whoever keeps the records.", "问问保管记录的人。"),
        "options": [{"id": o, "label": text(a, b), "meaning": text(a + ".", b + "。")} for o, a, b in options],
        "mayNotApply": False, "basis": JUDGED,
    }
    if action:
        effort, how_en, how_zh = action
        question["action"] = {"effort": effort, "how": text(how_en, how_zh), "to": [o for o, _, _ in options]}
    if visible_if:
        question["visibleIf"] = visible_if
    return question


def number(id, section, en, zh, kind, unit=None, action=None):
    question = choice(id, section, en, zh, [], action)
    form = {"kind": kind, "limits": [0, 1e12], "plausible": [100, 1e6], "scale": "log"}
    if unit:
        form["unit"] = text(*unit)
    question["kind"] = {"number": {"_0": form}}
    return question


SECTIONS = [("data", "Data", "数据"), ("compute", "Compute", "算力"), ("privacy", "Privacy", "隐私"),
            ("explainability", "Explainability", "可解释性"), ("value", "Value", "价值"),
            ("safety", "Safety", "安全")]

QUESTIONS = [
    number("data.labelled-examples", "data", "How many labelled examples are there?", "有多少条带标签的样本？",
           "count", ("examples", "条"), ("medium", "Label more cases with two experts each.", "请两位专家各自标注更多病例。")),
    choice("data.quality", "data", "How good are the data?", "数据质量如何？",
           [("good", "good", "好"), ("mixed", "mixed", "一般"), ("poor", "poor", "差")]),
    choice("compute.available", "compute", "What can it be trained on?", "可以用什么设备训练？",
           [("laptop", "laptop", "笔记本电脑"), ("server-gpus", "server with GPUs", "带 GPU 的服务器")]),
    number("compute.monthly-budget", "compute", "What may running it cost a month?", "每月运行费用上限是多少？", "money"),
    choice("privacy.personal-data", "privacy", "Which personal data are in it?", "包含哪些个人数据？",
           [("none", "none", "没有"), ("special-category", "special categories", "特殊类别")]),
    choice("privacy.legal-basis", "privacy", "Is the legal basis clear?", "法律依据是否清楚？",
           [("clear", "clear", "清楚"), ("contested", "contested", "有争议"), ("absent", "absent", "没有")],
           ("low", "Have the data protection officer confirm the legal basis in writing.", "请数据保护负责人书面确认法律依据。")),
    choice("explainability.required", "explainability", "Must decisions be explained?", "决定是否必须给出解释？",
           [("none", "no", "否"), ("legally-required", "required by law", "法律要求")]),
    choice("explainability.accepted-method", "explainability", "Do experts accept the method of explanation?",
           "专家是否认可解释方法？", [("yes", "yes", "是"), ("no", "no", "否")],
           ("medium", "Try two methods of explanation with five clinicians.", "请五位临床医生试用两种解释方法。"),
           {"isAnyOf": {"_0": "explainability.required", "_1": ["legally-required"]}}),
    number("value.decisions-per-month", "value", "How many decisions a month?", "每月有多少次决定？", "count",
           ("decisions", "次")),
    choice("value.checked", "value", "Is every result checked before use?", "结果使用前是否都经过检查？",
           [("always", "always", "总是"), ("never", "never", "从不")]),
    choice("safety.stakes", "safety", "What is at stake when it errs?", "出错的后果有多严重？",
           [("low", "little", "很小"), ("critical", "life or health", "生命或健康")]),
    choice("safety.validation", "safety", "How was it validated outside the team?", "在团队之外做过怎样的验证？",
           [("none", "not at all", "没有"), ("internal", "internally", "内部验证"), ("external", "by others", "外部验证")],
           ("high", "Have another hospital validate it on its own patients.", "请另一家医院用自己的患者做验证。")),
]

CRITERIA = [  # id, question, titles, good, poor, loss of the judged approach before and after
    ("data.enough-labels", "data.labelled-examples", "Enough labelled examples", "带标签样本充足", 6.4, 4.1),
    ("data.clean", "data.quality", "Clean data", "数据干净", 3.25, 1.05),
    ("compute.trainable", "compute.available", "Trainable with what is there", "现有设备可以训练", 0, 0),
    ("compute.affordable", "compute.monthly-budget", "Affordable to run", "运行费用可承受", 1.15, 1.15),
    ("privacy.lawful", "privacy.legal-basis", "Lawful to use the data", "使用数据合法", 5.3, 5.3),
    ("privacy.little-personal", "privacy.personal-data", "Little personal data", "个人数据少", 2.05, 2.05),
    ("explainability.explained", "explainability.accepted-method", "Explained in an accepted way", "解释方式被认可", 4.45, 4.45),
    ("explainability.not-needed", "explainability.required", "No more explanation than it gives", "所需解释不超过所能给出", 1.05, 1.05),
    ("value.used-often", "value.decisions-per-month", "Used often enough", "使用足够频繁", 0, 0),
    ("value.checked-first", "value.checked", "Checked before use", "使用前有检查", 0, 0),
    ("safety.validated", "safety.validation", "Validated by others", "经过外部验证", 4.35, 4.35),
    ("safety.bearable", "safety.stakes", "Errors are bearable", "错误可以承受", 2.55, 2.55),
]

RISKS = [  # id, question, titles, inherent, points, mitigation
    ("data.proxy-label", "data.quality", "Label is only a proxy", "标签只是替代指标", 34.0, 9.3, None),
    ("privacy.disclosure", "privacy.legal-basis", "Personal data are disclosed", "个人数据泄露", 52.0, 14.55, None),
    ("safety.harm-by-error", "safety.validation", "Patients are harmed by errors", "错误伤害患者", 61.0, 12.4, "safety.validation"),
]

APPROACHES = [("no-ai", "Rules and people", "规则与人工"), ("classical", "Classical models", "经典模型"),
              ("small-network", "Small network", "小型网络"), ("prompted", "Prompted large model", "提示大模型"),
              ("retrieval", "Large model with retrieval", "检索增强大模型"),
              ("fine-tuned", "Fine-tuned pretrained model", "微调预训练模型"),
              ("from-scratch", "Large model from nothing", "从零训练大模型")]


def criterion(id, question, en, zh, before, after):
    return {"id": id, "title": text(en, zh), "explanation": text(f"{en} or not.", f"{zh}与否。"),
            "good": text(f"{en}: the answers give all it needs.", f"{zh}：回答完全满足要求。"),
            "poor": text(f"{en}: the answers give less than it needs.", f"{zh}：回答没有完全满足要求。"),
            "weight": 0.5, "scale": "linear", "supply": {"levels": {"_0": question, "_1": LEVELS.get(question, {})}},
            "basis": JUDGED}


LEVELS = {"privacy.legal-basis": {"clear": 1, "contested": 0.4, "absent": 0},
          "data.quality": {"good": 1, "mixed": 0.5, "poor": 0},
          "explainability.accepted-method": {"yes": 1, "no": 0},
          "safety.validation": {"none": 0, "internal": 0.3, "external": 1}}


def risk(id, question, en, zh, inherent, points, mitigation):
    mitigations = []
    if mitigation:
        mitigations.append({"id": f"{id}.outside-validation", "title": text("Validation", "验证"),
                            "removed": {"levels": {"_0": mitigation, "_1": {"none": 0, "internal": 0.1, "external": 0.3}}},
                            "basis": JUDGED})
        mitigations.append({"id": f"{id}.stop-switch", "title": text("Stop switch", "停用开关"),
                            "removed": {"levels": {"_0": "value.checked", "_1": {"always": 0.2, "never": 0}}},
                            "basis": JUDGED})
    return {"id": id, "title": text(en, zh), "explanation": text("How likely, and how bad.", "发生的可能与后果。"),
            "base": 0.05, "drivers": [] if mitigation else [{"levels": {"_0": question, "_1": {}}}],
            "impact": {"levels": {"_0": "safety.stakes", "_1": {"low": 0.1, "critical": 1}}},
            "mitigations": mitigations, "basis": cited("gdpr-2016", "Art. 5")}


def rubric(id, en, zh):
    vetoes = []
    if id == "privacy":
        vetoes.append({"id": "privacy.no-legal-basis",
                       "when": {"isAnyOf": {"_0": "privacy.legal-basis", "_1": ["absent"]}},
                       "approaches": [a for a, _, _ in APPROACHES if a != "no-ai"], "capFit": 20, "verdict": "no-go",
                       "reason": text("Personal data may not be used without a legal basis.", "没有法律依据不得使用个人数据。"),
                       "basis": cited("gdpr-2016", "Art. 6")})
    return {"id": id, "title": text(en, zh), "summary": text(f"{en} at a glance.", f"{zh}概览。"), "weight": 1 / 6,
            "criteria": [criterion(*c) for c in CRITERIA if c[0].startswith(id + ".")], "measurements": [],
            "risks": [risk(*r) for r in RISKS if r[0].startswith(id + ".")], "vetoes": vetoes, "basis": JUDGED}


SCENARIO = "medical/disease-classification"

KNOWLEDGE = {
    "sections": [{"id": s, "title": text(en, zh), "order": i} for i, (s, en, zh) in enumerate(SECTIONS)],
    "questions": QUESTIONS,
    "scenarios": [{
        "id": SCENARIO, "domain": "medical", "title": text("Disease classification", "疾病分类"),
        "summary": text("A class for each case.", "为每个病例给出类别。"), "inputs": text("Measurements", "测量值"),
        "outputs": text("A class", "类别"), "users": text("Clinicians", "临床医生"), "modality": "tabular",
        "goodResult": {"metric": "area-under-roc", "figures": [],
                       "text": text("An area under the ROC curve of 0.97 or more on patients of another hospital.",
                                    "在另一家医院的患者上，ROC 曲线下面积达到 0.97 以上。")},
        "presets": [{"question": "safety.stakes", "value": "critical", "basis": cited("gdpr-2016", "Recital 75"),
                     "why": text("A missed disease harms a patient.", "漏诊会伤害患者。")}],
        "questions": [], "sampleData": "breast-cancer-wisconsin", "learning": [], "problem": "labelled",
        "failureModes": [{"text": text("The scanner changes and nobody notices.", "设备换了却没人注意到。"), "basis": JUDGED}],
        "targets": {},
    }],
    "approaches": [{"id": a, "order": i, "title": text(en, zh), "summary": text(en, zh), "rightWhen": text("-", "-"),
                    "wrongWhen": text("-", "-"), "demands": {}, "demandBasis": {}, "exposure": {}}
                   for i, (a, en, zh) in enumerate(APPROACHES)],
    "rubrics": [rubric(*s) for s in SECTIONS],
    "policy": {"version": "2026.11", "fitFloor": 1, "riskNorm": 4, "rankingRiskWeight": 0.4, "rankingTolerance": 4,
               "bounds": [{"verdict": "go", "fitAtLeast": 70, "riskAtMost": 30, "basis": JUDGED},
                          {"verdict": "pilot-first", "fitAtLeast": 55, "riskAtMost": 55, "basis": JUDGED},
                          {"verdict": "redesign", "fitAtLeast": 35, "riskAtMost": 75, "basis": JUDGED}],
               "whenNoAIFirst": "redesign", "boundaryAbove": "pilot-first", "boundaryBelow": "redesign",
               "settledShare": 0.8, "draws": 10000, "weightConcentration": 50},
    "sources": [{"id": "gdpr-2016", "title": "Regulation (EU) 2016/679", "author": "European Union",
                 "date": "2016-04-27", "kind": "law", "url": "https://eur-lex.europa.eu/eli/reg/2016/679/oj"},
                {"id": "street-1993", "title": "Nuclear feature extraction for breast tumor diagnosis",
                 "author": "W. N. Street and others", "date": "1993", "kind": "paper"},
                {"id": "unused", "title": "Not cited anywhere", "author": "Nobody", "date": "2000", "kind": "paper"}],
    "currencies": {"USD": 1, "EUR": 1.1}, "baseCurrency": "USD", "catalogVersion": "catalog-1a2b3c",
    "rubricsVersion": "2026.11-4d5e6f",
}


def span(value, low=None, high=None):
    return {"value": value, "low": value if low is None else low, "high": value if high is None else high}


def contribution(origin, id, points, question):
    return {"origin": origin, "id": id, "rubric": id.split(".")[0], "points": points, "questions": [question]}


def approach(id, fit, residual, column, low=0.0, high=0.0):
    losses = [(c[0], -c[4 + column], c[1]) for c in CRITERIA]
    scale = (100 - fit) / -sum(points for _, points, _ in losses)
    raw = sum(r[5] for r in RISKS)
    score = {
        "id": id, "fit": span(fit, fit - low, fit + high),
        "risk": {"inherent": span(min(100, residual * 1.7)), "residual": span(residual, residual - low / 2, residual + low / 2)},
        "rankingScore": fit - 0.4 * residual,
        "rubrics": [{"id": s, "fit": span(max(5, fit + 9 * math.sin(i + fit)), max(0, fit + 9 * math.sin(i + fit) - low), None),
                     "risk": {"inherent": span(40), "residual": span(20)}} for i, (s, _, _) in enumerate(SECTIONS)],
        "criteria": [], "vetoes": [],
        "risks": [{"id": r[0], "rubric": r[0].split(".")[0], "inherent": span(r[4]), "residual": span(r[5] * 1.4),
                   "mitigations": [{"id": f"{r[0]}.outside-validation", "removed": 0.1}] if r[6] else [],
                   "questions": [r[1]]} for r in RISKS],
        "contributions": [contribution("criterion", c, points * scale, q) for c, points, q in losses],
        "riskContributions": [contribution("risk", r[0], r[5] * residual / raw, r[1]) for r in RISKS],
        "reasons": [
            {"kind": "strength", "id": "compute.trainable", "points": 9.0, "questions": ["compute.available"]},
            {"kind": "strength", "id": "value.used-often", "points": 8.5, "questions": ["value.decisions-per-month"]},
            {"kind": "weakness", "id": "data.enough-labels", "points": 6.4 * scale, "questions": ["data.labelled-examples"]},
            {"kind": "unknown", "id": "explainability.explained", "points": 4.5 * scale,
             "questions": ["explainability.accepted-method"]},
            {"kind": "risk", "id": "privacy.disclosure", "points": 14.5, "questions": ["privacy.legal-basis"]},
        ],
    }
    for one in score["rubrics"]:
        one["fit"]["high"] = min(100, one["fit"]["value"] + high)
        one["fit"]["value"] = min(one["fit"]["value"], one["fit"]["high"])
    if id in ("prompted", "retrieval"):
        score["vetoes"] = [{"id": "privacy.no-legal-basis", "rubric": "privacy", "capFit": 20, "verdict": "no-go",
                            "certain": False, "questions": ["privacy.legal-basis"]}]
    return score


def scorecard(verdict, fit, column, low, high):
    rows = [("classical", fit, 36.25), ("small-network", fit - 4.5, 37.5), ("no-ai", 58.3, 22.0),
            ("fine-tuned", 55.0, 44.5), ("retrieval", 33.1, 58.25), ("prompted", 31.9, 61.0), ("from-scratch", 12.2, 66.5)]
    approaches = [approach(a, f, r, column, low, high) for a, f, r in rows]
    first = approaches[0]
    reasons = [{"kind": "fit-reaches", "bound": 55, "actual": fit, "questions": [], "verdict": "pilot-first"},
               {"kind": "risk-above", "bound": 30, "actual": 36.25, "questions": [], "verdict": "go"},
               {"kind": "requirement-missing", "questions": ["safety.validation"], "verdict": "go"}]
    settled, settling = [], None
    if verdict == "cannot-tell":
        reasons.append({"kind": "range-crosses", "questions": ["explainability.accepted-method"]})
        settled = ["explainability.accepted-method"]
        settling = {"questions": settled, "share": 0.875, "isFewest": True}
    return {"scenario": SCENARIO, "verdict": verdict, "settling": settling, "verdictReasons": reasons, "settledBy": settled,
            "recommended": "classical", "judged": "classical", "fit": first["fit"], "risk": first["risk"],
            "rubrics": first["rubrics"], "approaches": approaches,
            "completeness": {"asked": 12, "answered": 9, "preset": 1, "unknown": 1, "notApplicable": 0}}


BEFORE = scorecard("cannot-tell", 69.45, 0, 15.2, 6.1)
AFTER = scorecard("pilot-first", 73.95, 1, 7.3, 4.4)


def span(value, low, high):
    return {"value": value, "low": low, "high": high}


SENSITIVITY = {
    "stability": {"draws": 10000, "seed": 42, "concentration": 50,
                  "verdicts": [{"id": "go", "share": 0.0612}, {"id": "pilot-first", "share": 0.9388}],
                  "first": [{"id": "classical", "share": 0.7741}, {"id": "small-network", "share": 0.2259}]},
    "changes": {
        "verdict": "pilot-first", "target": "go",
        "sets": [{"changes": [{"question": "safety.validation", "answer": {"option": {"_0": "external"}}, "effort": "medium"},
                              {"question": "data.labelled-examples", "answer": {"number": {"_0": 4100}}, "effort": "medium"}],
                  "verdict": "go", "fit": span(78.2, 71.4, 82.6), "residual": span(27.9, 24.0, 31.5)},
                 {"changes": [{"question": "safety.validation", "answer": {"option": {"_0": "external"}}, "effort": "medium"},
                              {"question": "privacy.legal-basis", "answer": {"option": {"_0": "clear"}}, "effort": "high"}],
                  "verdict": "go", "fit": span(80.1, 73.0, 84.9), "residual": span(26.4, 22.2, 30.3)}],
        "pivotal": [{"question": "privacy.legal-basis", "answer": {"option": {"_0": "absent"}}, "verdict": "no-go"},
                    {"question": "data.labelled-examples", "answer": {"number": {"_0": 210}}, "verdict": "redesign"}],
        "boundaries": [{"verdict": "go", "fit": 3.95, "risk": -6.25, "requirementHolds": False},
                       {"verdict": "pilot-first", "fit": 18.95, "risk": 18.75, "requirementHolds": True},
                       {"verdict": "redesign", "fit": 38.95, "risk": 38.75, "requirementHolds": True}]}}


def line(key, en, zh, value_en, value_zh, caused=()):
    return {"key": key, "label": text(en, zh), "value": text(value_en, value_zh), "causedBy": list(caused)}


def estimate(kind, unit, low, likely, high, en, zh):
    return {"kind": kind, "unit": unit, "low": low, "likely": likely, "high": high, "how": text(en, zh), "basis": JUDGED}


def measured(value, low, high):
    return {"value": value, "low": low, "high": high}


def candidate(id, value, low, high, training, parameters, test, settings):
    folds = [round(value + 0.6 * (high - low) * math.sin(3 * i + parameters), 4) for i in range(5)]
    return {"candidate": id, "validation": measured(value, low, high), "foldScores": folds, "training": training,
            "parameters": parameters, "settings": settings, "test": test}


def roc():
    return [{"x": round(t, 3), "y": round(min(1, t ** 0.12), 4)} for t in [0, 0.001, 0.01, 0.03, 0.08, 0.2, 0.4, 0.7, 1]]


PILOT = {
    "data": {"name": "breast-cancer-wisconsin", "origin": "sample-real", "modality": "tabular", "task": "binary",
             "target": "diagnosis", "notes": [{"columnsDropped": {"_0": ["id"]}}], "classes": ["benign", "malignant"], "rows": 569, "features": 30, "fingerprint": "sha256:0f1e2d3c4b5a",
             "profile": {"rows": 569, "columns": 31, "classCounts": {"benign": 357, "malignant": 212},
                         "rarestClassShare": 0.3726, "missingShare": 0, "duplicateShare": 0.0035, "constantColumns": [],
                         "identifierColumns": ["id"], "suspectLeaks": []}},
    "metric": "area-under-roc", "higherIsBetter": True, "folds": 5, "trainingRows": 455, "testRows": 114,
    "testGiven": False, "winner": "linear", "seed": 42,
    "candidates": [
        candidate("baseline", 0.5, 0.5, 0.5, 0.5, 1, measured(0.5, 0.5, 0.5), {}),
        candidate("linear", 0.9938, 0.9891, 0.9972, 0.9971, 31, measured(0.9954, 0.9867, 0.9998),
                  {"l2": "0.001", "steps": "200"}),
        candidate("small-network", 0.9921, 0.9864, 0.9969, 0.9989, 12289, measured(0.9947, 0.9851, 0.9997),
                  {"epochs": "23", "widths": "128, 64"}),
    ],
    "baseline": measured(0.5, 0.5, 0.5), "score": measured(0.9954, 0.9867, 0.9998),
    "gain": measured(0.4954, 0.4867, 0.4998), "relativeGain": measured(0.9908, 0.9734, 0.9996), "gainIsReal": True,
    "trainValidationGap": measured(0.0033, 0.0012, 0.0058),
    "diagnostics": {
        "losses": [{"epoch": e, "training": round(0.62 * math.exp(-0.22 * e) + 0.04, 5),
                    "validation": round(0.58 * math.exp(-0.2 * e) + 0.07, 5)} for e in range(1, 24)],
        "roc": roc(), "predictions": [],
        "calibration": [{"x": 0.02, "y": 0.01}, {"x": 0.24, "y": 0.17}, {"x": 0.55, "y": 0.6}, {"x": 0.97, "y": 0.99}],
        "confusion": [[70, 2], [3, 39]]},
    "cost": {"seconds": 8.42, "budgetSeconds": 60, "budgetExhausted": False, "trainingSeconds": 0.0312,
             "predictionSeconds": 0.0000021, "peakMemoryBytes": 48234496},
    "notes": [{"kind": "simpler-chosen", "detail": "small-network"}],
}


def evidence(id, value, low, high, question=None, claim=None, replaced=None, agrees=None, counts=True, approach=None):
    item = {"observation": {"id": id, "value": value, "low": low, "high": high, "onUserData": False}, "counts": counts}
    for key, one in (("question", question), ("claim", claim), ("measured", replaced), ("agrees", agrees)):
        if one is not None:
            item[key] = one
    if approach:
        item["observation"]["approach"] = approach
    return item


ASSESSMENT = {
    "id": "a1b2c3d4e5f6", "scenario": SCENARIO,
    "sheet": {"scenario": SCENARIO, "answers": {
        "data.labelled-examples": {"value": {"number": {"_0": 1500}}, "source": "Registry export, March", "by": "A. Berg"},
        "data.quality": {"value": {"option": {"_0": "good"}}, "note": "Checked on a sample of 50 | see <minutes>."},
        "compute.available": {"value": {"option": {"_0": "laptop"}}},
        "compute.monthly-budget": {"value": {"money": {"_0": 1200, "currency": "EUR"}}},
        "privacy.personal-data": {"value": {"option": {"_0": "special-category"}}},
        "privacy.legal-basis": {"value": {"option": {"_0": "contested"}}, "by": "Data protection officer"},
        "explainability.required": {"value": {"option": {"_0": "legally-required"}}},
        "explainability.accepted-method": {"value": {"unknown": {}}},
        "value.decisions-per-month": {"value": {"number": {"_0": 12000}}},
        "safety.validation": {"value": {"option": {"_0": "internal"}}}}},
    "before": BEFORE, "after": AFTER, "sensitivity": SENSITIVITY,
    "recommendation": {
        "ranked": [{"id": a["id"], "rank": i + 1, "fit": a["fit"], "residualRisk": a["risk"]["residual"],
                    "reasons": a["reasons"], "lacks": [r for r in a["reasons"] if r["kind"] == "weakness"],
                    "advice": text("Start here.", "从这里开始。")} if i == 0 else
                   {"id": a["id"], "rank": i + 1, "fit": a["fit"], "residualRisk": a["risk"]["residual"],
                    "reasons": a["reasons"], "lacks": []} for i, a in enumerate(AFTER["approaches"])],
        "recommended": "classical",
        "target": {"approach": "classical", "name": text("Gradient-boosted trees", "梯度提升树"), "architecture": {"linear": {"inputs": 30, "outputs": 1}},
                   "advice": text("Keep the features that clinicians already read.", "保留临床医生已经在看的特征。"),
                   "lines": [line("features", "Features", "特征", "30 measurements", "30 个测量值", ["data.labelled-examples"]),
                             line("learning-rate", "Learning rate", "学习率", "0.05", "0.05")],
                   "estimates": [
                       estimate("parameters", "count", 20000, 45000, 110000000, "Trees × leaves.", "树数 × 叶数。"),
                       estimate("training-flops", "FLOP", 1.1e9, 3.2e9, 8e9, "Rows × features × depth.", "行数 × 特征数 × 深度。"),
                       estimate("training-memory", "bytes", 50e6, 120e6, 4.4e9, "Histograms and rows.", "直方图与数据。"),
                       estimate("training-seconds-here", "seconds", 0.8, 2.5, 200, "Work ÷ measured speed.", "计算量 ÷ 实测速度。")],
                   "basis": cited("street-1993", "sec. 3")},
        "pilot": {"widths": [128, 64], "dropout": 0.1, "learningRate": 0.001, "batchSize": 32, "maximumEpochs": 100,
                  "patience": 8, "l2": 0.0001, "folds": 5, "heldOutShare": 0.2,
                  "standsFor": {"linear": "classical", "small-network": "small-network"},
                  "lines": [line("folds", "Folds", "折数", "5", "5")]},
        "standsFor": text("The same kind of measurements and the same question.", "同类测量值，同样的问题。"),
        "doesNotShow": text("Patients of other hospitals and other devices.", "其他医院的患者和其他设备。")},
    "pilot": PILOT,
    "evidence": [
        evidence("rows", 569, 569, 569, "data.labelled-examples", "1500", "569", None, False),
        evidence("missing-share", 0.07, 0.05, 0.09, "data.quality", "good", "mixed", False),
        evidence("gain-over-baseline", 0.9908, 0.9734, 0.9996, approach="classical"),
        evidence("train-validation-gap", 0.0033, 0.0012, 0.0058, "data.quality", "good", "good", True),
        evidence("prediction-seconds", 0.0000021, 0.0000019, 0.0000032, approach="classical"),
        evidence("peak-memory-bytes", 48234496, 48234496, 48234496)],
    "versions": {"engine": "0.1.0", "catalog": "catalog-1a2b3c", "rubrics": "2026.11-4d5e6f", "seed": 42,
                 "dataFingerprint": "sha256:0f1e2d3c4b5a"},
    "createdAt": "2026-11-05T09:30:00Z",
}

for name, value in (("knowledge", KNOWLEDGE), ("assessment", ASSESSMENT)):
    (HERE / f"{name}.json").write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
