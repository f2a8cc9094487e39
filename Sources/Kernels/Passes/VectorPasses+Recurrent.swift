import CKernels

/// The rows of one step of a recurrent layer and how they lie; strides count numbers from row to row.
public struct RecurrentRows {
  public let rows: Int
  public let units: Int
  /// Of the gates, four blocks of `units` numbers a row.
  public let gateStride: Int
  /// Of states, cells and outputs.
  public let stateStride: Int
  /// One token a row; a row whose token is `padding` keeps its state in this step.
  public let tokens: Numbers?
  public let tokenStride: Int
  public let padding: Double

  public init(
    rows: Int, units: Int, gateStride: Int, stateStride: Int, tokens: Numbers? = nil,
    tokenStride: Int = 0, padding: Double = 0
  ) {
    self.rows = rows
    self.units = units
    self.gateStride = gateStride
    self.stateStride = stateStride
    self.tokens = tokens
    self.tokenStride = tokenStride
    self.padding = padding
  }

  fileprivate var step: ck_recurrent_step {
    ck_recurrent_step(
      rows: rows, units: units, gate_stride: gateStride, state_stride: stateStride,
      tokens: tokens.map { UnsafeRawPointer($0) }, token_stride: tokenStride, padding: padding)
  }
}

extension VectorPasses {
  /// One step of a GRU: r = σ(xᵣ + hᵣ), z = σ(x_z + h_z), n = tanh(xₙ + r hₙ), output = (1 − z) n + z h.
  ///
  /// - Parameters:
  ///   - gates: in the inputs' parts in blocks 0, 1 and 3; out r, z, the states' part hₙ, and n.
  ///   - hidden: the states' parts, [rows][3 units], without `bias`; nil where every state is 0.
  ///   - bias: of the states' parts, [3 units].
  ///   - previous: the states h; nil for zeros.
  public func gruForward(
    _ rows: RecurrentRows, gates: Numbers, hidden: Numbers?, bias: Numbers, previous: Numbers?,
    output: Numbers
  ) {
    ck_gru_forward(level, rows.step, gates, hidden, bias, previous, output)
  }

  /// One step back: gates receive the gradients of the sums before r and z, of hₙ and of the sum before n.
  ///
  /// - Parameters:
  ///   - delta: the output's own gradient, rows `deltaStride` apart; nil for none.
  ///   - carry: [rows][units]; in the output's gradient from later steps, out the previous state's but for
  ///     the part that goes through the product with the hidden weights.
  public func gruBackward(
    _ rows: RecurrentRows, gates: Numbers, previous: Numbers?, delta: Numbers?, deltaStride: Int,
    carry: Numbers
  ) {
    ck_gru_backward(level, rows.step, gates, previous, delta, deltaStride, carry)
  }

  /// One step of an LSTM: cell = σ(f) previousCell + σ(i) tanh(g), output = σ(o) tanh(cell).
  ///
  /// - Parameters:
  ///   - gates: in the sums i, f, g, o without `bias`; out their values.
  ///   - bias: [4 units].
  ///   - previous, previousCell: nil for zeros.
  public func lstmForward(
    _ rows: RecurrentRows, gates: Numbers, bias: Numbers, previous: Numbers?, previousCell: Numbers?,
    output: Numbers, cell: Numbers
  ) {
    ck_lstm_forward(level, rows.step, gates, bias, previous, previousCell, output, cell)
  }

  /// One step back: gates receive the gradients of their sums; `cellCarry`, [rows][units], is to the cell
  /// what `carry` is to the output.
  public func lstmBackward(
    _ rows: RecurrentRows, gates: Numbers, cell: Numbers, previousCell: Numbers?, delta: Numbers?,
    deltaStride: Int, carry: Numbers, cellCarry: Numbers
  ) {
    ck_lstm_backward(level, rows.step, gates, cell, previousCell, delta, deltaStride, carry, cellCarry)
  }
}
