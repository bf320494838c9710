const START = 1_024

/** Numbers that are only ever added, without an object for each. */
export class IntList {
  items = new Int32Array(START)
  length = 0

  push(value: number) {
    if (this.length === this.items.length) {
      const longer = new Int32Array(this.length * 2)
      longer.set(this.items)
      this.items = longer
    }
    this.items[this.length] = value
    this.length += 1
  }

  /** A copy that is as long as what is in it. */
  exactly(): Int32Array<ArrayBuffer> {
    return this.items.slice(0, this.length)
  }
}

export class FloatList {
  items = new Float64Array(START)
  length = 0

  push(value: number) {
    if (this.length === this.items.length) {
      const longer = new Float64Array(this.length * 2)
      longer.set(this.items)
      this.items = longer
    }
    this.items[this.length] = value
    this.length += 1
  }
}

/** Bytes that are only ever added; `bytes` changes when they grow. */
export class ByteList {
  bytes: Buffer
  length = 0

  constructor(expected: number) {
    this.bytes = Buffer.alloc(Math.max(expected, START))
  }

  push(source: Buffer, from: number, to: number) {
    const end = this.length + to - from
    if (end > this.bytes.length) {
      const longer = Buffer.alloc(Math.max(end, Math.ceil(this.bytes.length * 1.5)))
      this.bytes.copy(longer, 0, 0, this.length)
      this.bytes = longer
    }
    source.copy(this.bytes, this.length, from, to)
    this.length = end
  }
}

/** Records of `stride` bytes each; `view` changes when they grow. */
export class RecordList {
  readonly stride: number
  view: DataView<ArrayBuffer>
  length = 0

  constructor(stride: number, expected: number) {
    this.stride = stride
    this.view = new DataView(new ArrayBuffer(stride * Math.max(expected, START)))
  }

  /** Makes room for one more and returns where its bytes begin. */
  add(): number {
    const at = this.length * this.stride
    if (at + this.stride > this.view.byteLength) {
      const longer = new Uint8Array(Math.ceil(this.view.byteLength * 1.5))
      longer.set(new Uint8Array(this.view.buffer))
      this.view = new DataView(longer.buffer)
    }
    this.length += 1
    return at
  }
}
