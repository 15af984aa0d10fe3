import { crc32, deflateSync } from 'node:zlib'

/** Our mark: a key whose bow is a latch, on a rounded square; in units of 32. */
const ground = [0x3d, 0x4f, 0xd9]
const strokes = [
  { ring: [11.5, 16, 4.7] },
  { line: [16.2, 16, 25, 16] },
  { line: [25, 16, 25, 20.2] },
  { line: [21, 16, 21, 19] },
]

/** Draw the mark as a PNG of so many pixels: browsers take no vector graphics for icons of extensions. */
export function drawIcon(size) {
  const samples = 4
  const rows = Array.from({ length: size }, (_, y) => {
    const row = Buffer.alloc(1 + size * 4)
    for (let x = 0; x < size; x++) {
      let [inside, white] = [0, 0]
      for (let sample = 0; sample < samples ** 2; sample++) {
        const at = (pixel, step) => ((pixel + (step + 0.5) / samples) * 32) / size
        const point = [at(x, sample % samples), at(y, Math.floor(sample / samples))]
        if (isInside(point)) inside++
        if (isOnStroke(point)) white++
      }
      const share = inside === 0 ? 0 : white / inside
      const color = ground.map((channel) => Math.round(channel + (255 - channel) * share))
      row.set([...color, Math.round((255 * inside) / samples ** 2)], 1 + x * 4)
    }
    return row
  })
  const head = Buffer.alloc(13)
  head.writeUInt32BE(size, 0)
  head.writeUInt32BE(size, 4)
  head.set([8, 6, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    toChunk('IHDR', head),
    toChunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })),
    toChunk('IEND', Buffer.alloc(0)),
  ])
}

function isInside([x, y]) {
  const corner = (value) => Math.max(0, Math.abs(value - 16) - 8)
  return Math.hypot(corner(x), corner(y)) <= 8
}

function isOnStroke([x, y]) {
  return strokes.some(({ ring, line }) => {
    const distance = ring
      ? Math.abs(Math.hypot(x - ring[0], y - ring[1]) - ring[2])
      : Math.hypot(x - Math.min(Math.max(x, line[0]), line[2]), y - Math.min(Math.max(y, line[1]), line[3]))
    return distance <= 1.4
  })
}

function toChunk(name, data) {
  const body = Buffer.concat([Buffer.from(name), data])
  const chunk = Buffer.alloc(body.length + 8)
  chunk.writeUInt32BE(data.length, 0)
  body.copy(chunk, 4)
  chunk.writeUInt32BE(crc32(body), body.length + 4)
  return chunk
}
