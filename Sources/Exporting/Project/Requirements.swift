extension ExportPlan {
  /// Python packages as pip reads them, no more than the project's programs import.
  var requirements: String {
    var lines = ["numpy>=1.26,<3", "torch>=2.4,<3", "scikit-learn>=1.4,<2"]
    switch program {
    case .classical, .dense, .featureTransformer, .residualKeywords, .pilotNetwork: break
    case .pretrained(let model, _):
      lines.append("transformers>=4.56,<6")
      if settings.method == "lora" { lines.append("peft>=0.13,<1") }
      if model.reads == .image { lines.append("pillow>=10,<13") }
    case .prompt: lines.append("transformers>=4.56,<6")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
