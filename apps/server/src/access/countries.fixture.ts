/**
 * A database of countries in MaxMind's format, as small as can be: IPv4 networks, each with a country.
 *
 * @see https://maxmind.github.io/MaxMind-DB/
 */
export function countriesFixture(networks: Readonly<Record<string, string>>): Buffer {
  const data: Buffer[] = []
  const tree = growTree(networks, data)
  return Buffer.concat([
    tree,
    Buffer.alloc(16),
    ...data,
    Buffer.from('\xab\xcd\xefMaxMind.com', 'latin1'),
    map({
      node_count: unsigned(tree.length / 6),
      record_size: unsigned(24),
      ip_version: unsigned(4),
      database_type: text('Test-Country'),
      binary_format_major_version: unsigned(2),
      binary_format_minor_version: unsigned(0),
      build_epoch: unsigned(1_700_000_000),
    }),
  ])
}

type Node = [number | undefined, number | undefined]

function growTree(networks: Readonly<Record<string, string>>, data: Buffer[]): Buffer {
  const root: Node = [undefined, undefined]
  const nodes = [root]
  const leaves: { readonly node: Node; readonly side: 0 | 1; readonly offset: number }[] = []
  let size = 0
  for (const [network, country] of Object.entries(networks)) {
    const [address = '', length = '32'] = network.split('/')
    const bits = address.split('.').flatMap((byte) => [...Number(byte).toString(2).padStart(8, '0')])
    let node = root
    for (const [depth, bit] of bits.slice(0, Number(length)).entries()) {
      const side = bit === '1' ? 1 : 0
      if (depth === Number(length) - 1) leaves.push({ node, side, offset: size })
      else {
        node[side] ??= nodes.push([undefined, undefined]) - 1
        node = nodes[node[side]] ?? root
      }
    }
    const record = map({ country: map({ iso_code: text(country) }) })
    data.push(record)
    size += record.length
  }
  for (const { node, side, offset } of leaves) node[side] = nodes.length + 16 + offset
  return Buffer.concat(nodes.map(([left, right]) => toNode(left ?? nodes.length, right ?? nodes.length)))
}

function toNode(left: number, right: number): Buffer {
  const bytes = Buffer.alloc(6)
  bytes.writeUIntBE(left, 0, 3)
  bytes.writeUIntBE(right, 3, 3)
  return bytes
}

function map(entries: Readonly<Record<string, Buffer>>): Buffer {
  const all = Object.entries(entries)
  return Buffer.concat([
    Buffer.of((7 << 5) | all.length),
    ...all.flatMap(([key, value]) => [text(key), value]),
  ])
}

function text(value: string): Buffer {
  const bytes = Buffer.from(value)
  // Up to 28 bytes the length stands in the control byte itself.
  return bytes.length < 29
    ? Buffer.concat([Buffer.of((2 << 5) | bytes.length), bytes])
    : Buffer.concat([Buffer.of((2 << 5) | 29, bytes.length - 29), bytes])
}

function unsigned(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return Buffer.concat([Buffer.of((6 << 5) | 4), bytes])
}
