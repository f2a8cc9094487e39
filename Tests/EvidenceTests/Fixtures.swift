import Foundation
import Knowledge
import Pilots
import Questionnaires
import Scoring
import TestSupport

/// A pilot's record as it would come from 569 rows of the person's own.
func pilotResult(origin: String = "user", metric: String = "area-under-roc", higherIsBetter: Bool = true)
  throws -> PilotResult
{
  let text = """
    {
      "data": {
        "name": "own.csv", "origin": "\(origin)", "modality": "tabular", "task": "binary",
        "classes": ["no", "yes"], "rows": 569, "features": 30, "fingerprint": "ab", "target": "y", "notes": [],
        "profile": {
          "rows": 569, "columns": 30, "classCounts": {"no": 357, "yes": 212}, "rarestClassShare": 0.3726,
          "missingShare": 0.06, "duplicateShare": 0.01, "constantColumns": [], "identifierColumns": [],
          "suspectLeaks": []
        }
      },
      "metric": "\(metric)", "higherIsBetter": \(higherIsBetter), "folds": 5, "trainingRows": 455,
      "testRows": 114, "testGiven": false, "candidates": [], "winner": "linear",
      "baseline": {"value": 0.5, "low": 0.5, "high": 0.5},
      "score": {"value": 0.9, "low": 0.85, "high": 0.94},
      "gain": {"value": 0.4, "low": 0.35, "high": 0.44},
      "relativeGain": {"value": 0.8, "low": 0.7, "high": 0.88},
      "gainIsReal": true, "trainValidationGap": {"value": 0.02, "low": -0.01, "high": 0.05},
      "diagnostics": {"losses": [], "roc": [], "calibration": [], "confusion": [], "predictions": []},
      "cost": {
        "seconds": 2, "budgetSeconds": 60, "budgetExhausted": false, "trainingSeconds": 0.5,
        "predictionSeconds": 0.00001, "peakMemoryBytes": 50000000
      },
      "seed": 42, "notes": []
    }
    """
  return try JSONDecoder().decode(PilotResult.self, from: Data(text.utf8))
}

/// The miniature knowledge with a rule for every form of replacement.
///
/// `rows` replaces `q.labels` and `missing-share` bands `q.quality`, on the person's own data only; the
/// pilot's score becomes the supply of `first.labels`, and its prediction time the demand of it.
func knowledgeWithRules() throws -> KnowledgeBase {
  var files = miniatureFiles()
  files["rubrics/first.yaml"] = files["rubrics/first.yaml"]?.replacingOccurrences(
    of: "measured:\n",
    with: """
      measured:
        - {observation: pilot-score, from: any, replaces: {criterion: first.labels}, basis: judgement}
        - {observation: gain-over-baseline, from: any, replaces: {criterion: first.quality}, basis: judgement}
        - {observation: prediction-seconds, from: any, replaces: {demand: first.labels, comfortable-factor: 5}, basis: judgement}

      """)
  let root = try write(files)
  defer { try? FileManager.default.removeItem(at: root) }
  return try KnowledgeBase.load(from: root)
}

func sheet(_ answers: [QuestionID: AnswerValue]) -> AnswerSheet {
  AnswerSheet(scenario: "games/other", answers: answers.mapValues { Answer($0) })
}
