import { crc32, deflateSync } from 'node:zlib'

const [width, height] = [640, 160]

/** Draw a logo, as a PNG: a sprig of juniper with three berries, and a word that is a bar. */
export function drawLogo([red, green, blue]: readonly [number, number, number]): Buffer {
  const rows: Buffer[] = []
  for (let y = 0; y < height; y++) {
    const row = Buffer.alloc(1 + width * 4)
    for (let x = 0; x < width; x++) row.set([red, green, blue, isInk(x, y) ? 255 : 0], 1 + x * 4)
    rows.push(row)
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 6, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function isInk(x: number, y: number): boolean {
  const inCircle = (cx: number, cy: number, r: number) => (x - cx) ** 2 + (y - cy) ** 2 < r * r
  const berries = inCircle(45, 105, 38) || inCircle(110, 110, 30) || inCircle(82, 45, 34)
  const inBar = (left: number, right: number, top: number, bottom: number) =>
    x > left && x < right && y > top && y < bottom
  return berries || inBar(190, 610, 50, 76) || inBar(190, 480, 96, 114)
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
