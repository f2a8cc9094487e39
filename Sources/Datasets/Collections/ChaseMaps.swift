import Kernels

extension CollectionSample<MapCollection> {
  /// Small maps with a pursuer between the character and its goal.
  static let chaseMaps = CollectionSample(
    id: "chase-maps", kind: .synthetic,
    title: BilingualText(en: "Small maps with a pursuer", zh: "有追赶者的小地图"),
    process: BilingualText(
      en:
        "Synthetic: 200 maps of 9 × 9 cells, drawn by a seeded generator: a third of the cells are wall, in"
        + " single blocks and short bars; start and goal lie at least eight steps apart, and the pursuer begins"
        + " at least four steps from the start and nearer to the goal than the start is. Maps of real games are"
        + " drawn by people and have more than one thing in them.",
      zh: "合成数据：由带种子的生成器绘制的 200 张 9 × 9 地图。约三分之一的格子是墙，呈单块或短条；"
        + "起点与终点至少相隔八步，追赶者离起点至少四步，并且比起点更靠近终点。真实游戏的地图由人设计，内容也更丰富。"),
    sourceID: "generator:chase-maps"
  ) { sample, _, seed throws(DatasetError) in
    let maps = (0..<200).map { place in
      var random = SeededGenerator(seed: seed, purpose: "map \(place)")
      return chaseMap(side: 9, &random)
    }
    return MapCollection(
      facts: CollectionFacts(sample, modality: .tabular, fingerprint: MapCollection.fingerprint(maps)),
      maps: maps)
  }
}

/// Draws until a map is worth playing: about one in five is.
private func chaseMap(side: Int, _ random: inout SeededGenerator) -> GridMap {
  while true {
    var walls = [Bool](repeating: false, count: side * side)
    while walls.count(where: { $0 }) < side * side / 3 {
      let (row, column) = (random.index(below: side), random.index(below: side))
      let (length, isUpright) = (1 + random.index(below: 3), random.uniform() < 0.5)
      for step in 0..<length {
        let (wallRow, wallColumn) = isUpright ? (row + step, column) : (row, column + step)
        if wallRow < side, wallColumn < side { walls[wallRow * side + wallColumn] = true }
      }
    }
    let floor = walls.indices.filter { !walls[$0] }
    let places = (0..<3).map { _ in floor[random.index(below: floor.count)] }
    let map = GridMap(
      width: side, height: side, walls: walls, start: places[0], goal: places[1], pursuer: places[2])
    let (toGoal, toStart) = (map.distances(to: map.goal), map.distances(to: map.start))
    guard let way = toGoal[map.start], let chase = toStart[map.pursuer], let guarded = toGoal[map.pursuer]
    else { continue }
    if way >= 8, chase >= 4, guarded >= 2, guarded < way { return map }
  }
}
