import Datasets
import Kernels
import Knowledge
import Recommendations

extension GridBehaviourProblem {
  func samples(_ models: [PilotCandidate: Model], winner: PilotCandidate) throws -> [PilotSample] {
    let trained = candidates.compactMap { candidate in models[candidate].map { (candidate, $0) } }
    return [try paths(trained), try endings(trained)]
  }

  /// One drawn walk of each candidate on a few test maps, all with the same luck at the start.
  private func paths(_ trained: [(PilotCandidate, Model)]) throws -> PilotSample {
    var pictures: [PictureSample] = []
    for (number, world) in worlds(.test).prefix(3).enumerated() {
      for (candidate, model) in trained {
        let policy = try actions(model, [world])[0]
        var random = SeededGenerator(seed: UInt64(number), purpose: "walk")
        var walk = GridWalk(world)
        while !walk.hasEnded {
          let first = world.state(walk.cell, walk.pursuer) * GridWorld.actions
          walk.step(world, Array(policy[first..<first + GridWorld.actions]), &random)
        }
        let name = PictureWords.name(candidate)
        let steps = walk.path.count - 1
        let (en, zh) =
          walk.reached
          ? ("goal after \(steps) steps", "\(steps) 步后到达终点")
          : walk.caught ? ("caught after \(steps) steps", "\(steps) 步后被抓住") : ("time is up", "超时")
        pictures.append(
          WalkDrawing.picture(
            world, walk,
            caption: LocalizedText(
              en: "Map \(number + 1), \(name.en): \(en)", zh: "地图 \(number + 1)，\(name.zh)：\(zh)")))
      }
    }
    return PilotSample(
      title: LocalizedText(en: "Walks on test maps", zh: "测试地图上的行走路线"),
      note: LocalizedText(
        en:
          "Dark is wall, green the goal. Blue is the way of the character, red that of the pursuer, each from"
          + " pale at the start to full at the end.",
        zh: "深色为墙，绿色为终点。蓝色为角色的路线，红色为追赶者的路线，颜色由浅到深表示先后。"),
      .pictures(pictures))
  }

  /// How walks end, over all that can happen.
  private func endings(_ trained: [(PilotCandidate, Model)]) throws -> PilotSample {
    let test = worlds(.test)
    return PilotSample(
      title: LocalizedText(en: "How it ends on the test maps", zh: "测试地图上的结局"),
      note: LocalizedText(
        en: "Shares over all that can happen; the mean return of an exact planner is"
          + " \(rounded(perfect)).",
        zh: "按所有可能情形计算的占比；精确规划者的平均回报为 \(rounded(perfect))。"),
      .table(
        TableSample(
          heading: LocalizedText(en: "Method", zh: "方法"),
          columns: [
            LocalizedText(en: "goal reached", zh: "到达终点"), LocalizedText(en: "caught", zh: "被抓住"),
            LocalizedText(en: "time is up", zh: "超时"), LocalizedText(en: "mean return", zh: "平均回报"),
          ],
          rows: try trained.map { candidate, model in
            let outcomes = try outcomes(model, test)
            let count = Double(outcomes.count)
            let reached = outcomes.reduce(0.0) { $0 + $1.reached } / count
            let caught = outcomes.reduce(0.0) { $0 + $1.caught } / count
            return TableSample.Row(
              name: PictureWords.name(candidate),
              values: [
                reached, caught, max(0, 1 - reached - caught),
                outcomes.reduce(0.0) { $0 + $1.reward } / count,
              ])
          })))
  }

  private func rounded(_ value: Double) -> String { "\((value * 100).rounded() / 100)" }
}

/// Walks as small colour pictures.
private enum WalkDrawing {
  static func picture(_ world: GridWorld, _ walk: GridWalk, caption: LocalizedText) -> PictureSample {
    let map = world.map
    // Large maps get smaller cells, so that a record stays small.
    let cell = max(3, min(8, 80 / max(map.width, map.height)))
    let (width, height) = (map.width * cell, map.height * cell)
    var values = [Float](repeating: 0, count: 3 * width * height)
    func paint(_ place: Int, _ colour: [Float], inset: Int, shift: Int = 0) {
      for row in inset..<cell - inset {
        for column in inset..<cell - inset {
          let y = place / map.width * cell + row
          let x = min(max(place % map.width * cell + column + shift, 0), width - 1)
          for channel in 0..<3 { values[3 * (y * width + x) + channel] = colour[channel] }
        }
      }
    }
    for place in map.walls.indices {
      paint(place, map.walls[place] ? [0.2, 0.2, 0.25] : [0.95, 0.95, 0.92], inset: 0)
    }
    paint(map.goal, [0.3, 0.75, 0.35], inset: 0)
    for (step, (character, pursuer)) in walk.path.enumerated() {
      let pale = Float(0.75 * (1 - Double(step) / Double(max(walk.path.count - 1, 1))))
      paint(world.floor[pursuer], [0.9, pale, pale], inset: cell / 4, shift: cell / 8)
      paint(world.floor[character], [pale, pale + 0.2, 0.95], inset: cell / 4, shift: -cell / 8)
    }
    return PictureSample(caption: caption, width: width, height: height, channels: 3, values: values)
  }
}
