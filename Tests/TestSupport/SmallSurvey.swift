import Foundation
import Knowledge

/// A SurveyJS form small enough to score by hand.
///
/// Impact: people 0/2/5, kinds 3 + 2 (and one without points), repeat 0/4 (shown when people is 2 or 5),
/// scale 1/6; at most 20. Mitigation on two pages of which the stage shows one: test 3/0, logs 1 + 1; at most
/// 5 each.
public let smallSurvey = """
  {
    "title": {"default": "Small check", "fr": "Petit contrôle"},
    "showProgressBar": "top",
    "pages": [
      {"name": "start", "title": "Start", "elements": [
        {"type": "html", "name": "intro", "html": "<p>Welcome</p>"},
        {"type": "radiogroup", "name": "stage", "title": {"default": "Which stage?", "fr": "Quelle étape ?"},
         "isRequired": true, "choices": [
          {"value": "plan", "text": {"default": "Planning", "fr": "Planification"}},
          {"value": "live", "text": {"default": "In use", "fr": "En service"}}]},
        {"type": "text", "name": "teamName", "title": {"default": "Team", "fr": "Équipe"}}]},
      {"name": "hazards", "title": {"default": "Hazards", "fr": "Dangers"}, "elements": [
        {"type": "panel", "name": "hazardsPanel-RS", "elements": [
          {"type": "radiogroup", "name": "hazardPeople",
           "title": {"default": "How many people?", "fr": "Combien de personnes ?"},
           "description": {"default": "Count them.", "fr": "Comptez-les."}, "choices": [
            {"value": "none-0", "text": {"default": "None", "fr": "Aucune"}},
            {"value": "some-2", "text": {"default": "Some", "fr": "Quelques-unes"}},
            {"value": "many-5", "text": {"default": "Many", "fr": "Beaucoup"}}]},
          {"type": "checkbox", "name": "hazardKinds", "title": {"default": "Which kinds?", "fr": "Quels types ?"},
           "choices": [
            {"value": "health-3", "text": {"default": "Health", "fr": "Santé"}},
            {"value": "money-2", "text": {"default": "Money", "fr": "Argent"}},
            {"value": "Other", "text": "?"}]},
          {"type": "comment", "name": "hazardOther", "title": {"default": "Which other?"},
           "visibleIf": "{hazardKinds} contains 'Other'"},
          {"type": "dropdown", "name": "hazardRepeat", "title": {"default": "Again?", "fr": "Encore ?"},
           "visibleIf": "{hazardPeople} = 'some-2' or {hazardPeople} = 'many-5'",
           "choices": ["no-0", "yes-4"]},
          {"type": "radiogroup", "name": "hazardScale", "title": {"default": "How large?", "fr": "Quelle ampleur ?"},
           "choices": ["small-1", "large-6"]}]}]},
      {"name": "guardPlan", "title": {"default": "Guards", "fr": "Protections"},
       "visibleIf": "{stage} = 'plan'", "elements": [
        {"type": "panel", "name": "guardPlanPanel-MS", "elements": [
          {"type": "radiogroup", "name": "planTest", "title": {"default": "Tested?", "fr": "Testé ?"},
           "choices": ["yes-3", "no-0"]},
          {"type": "checkbox", "name": "planLogs", "title": {"default": "Logs?", "fr": "Journaux ?"},
           "choices": ["daily-1", "weekly-1"]}]}]},
      {"name": "guardLive", "title": {"default": "Guards", "fr": "Protections"},
       "visibleIf": "{stage} = 'live'", "elements": [
        {"type": "panel", "name": "guardLivePanel-MS", "elements": [
          {"type": "radiogroup", "name": "liveTest", "title": {"default": "Tested?", "fr": "Testé ?"},
           "choices": ["yes-3", "no-0"]},
          {"type": "checkbox", "name": "liveLogs", "title": {"default": "Logs?", "fr": "Journaux ?"},
           "choices": ["daily-1", "weekly-1"]}]}]}
    ]
  }
  """

/// How it scores: levels at 5, 10 and 15 points; four mitigation points take 15 % off.
public let smallRule = """
  id: small-check
  points-after: "-"
  impact-suffix: "-RS"
  mitigation-suffix: "-MS"
  unknown-options: refuse
  level-bounds: [0.25, 0.5, 0.75]
  mitigation: {needs: 0.8, of-maximum: 0.5, reduction: 0.15, rounding: half-up}
  """

/// The small form as a catalog, written out and loaded through the real loader.
public func smallPoints(rule: String = smallRule) throws -> PointsKnowledge {
  let rule = try readImportRule(rule, file: "rule.yaml")
  let root = try write(try importSurvey(smallSurvey, file: "form.json", rule: rule).files)
  defer { try? FileManager.default.removeItem(at: root) }
  return try PointsKnowledge.load(from: root)
}
