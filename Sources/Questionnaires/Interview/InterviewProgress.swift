import Knowledge

/// How far one section has been answered.
public struct SectionProgress: Hashable, Sendable {
  public var section: QuestionSection
  /// Questions asked, given the answers so far.
  public var asked: Int
  /// Those with an answer, unknown and not-applicable ones included.
  public var answered: Int
  public var isCurrent: Bool
}

extension Interview {
  /// Every section of which something is asked, in order.
  public var progress: [SectionProgress] {
    let visible = visible
    return sections.compactMap { section in
      let inside = visible.filter { $0.section == section.id }
      guard !inside.isEmpty else { return nil }
      return SectionProgress(
        section: section, asked: inside.count,
        answered: inside.count { sheet.answers[$0.id] != nil },
        isCurrent: question?.section == section.id)
    }
  }

  /// The current question's place among those asked, from 1; nil at the end.
  ///
  /// Where a guide picks what is asked next, the place in the list would jump, so the others answered are counted.
  public var place: (number: Int, of: Int)? {
    let visible = visible
    if isGuided, let question {
      return (visible.count { $0.id != question.id && sheet.answers[$0.id] != nil } + 1, visible.count)
    }
    guard let question, let index = visible.firstIndex(where: { $0.id == question.id }) else { return nil }
    return (index + 1, visible.count)
  }

  /// The questions without an answer and without a preset that stands in for one.
  public var open: [Question] {
    let presets = Set(scenario.presets.map(\.question))
    return visible.filter { sheet.answers[$0.id] == nil && !presets.contains($0.id) }
  }

  /// The questions answered with `unknown`.
  public var unknown: [Question] {
    visible.filter { sheet.answers[$0.id]?.value == .unknown }
  }

  /// The questions left to their presets.
  public var preset: [Question] {
    let presets = Set(scenario.presets.map(\.question))
    return visible.filter { sheet.answers[$0.id] == nil && presets.contains($0.id) }
  }
}
