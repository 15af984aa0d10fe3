import { parseArgs } from 'node:util'
import type { PictureSource } from '../qr/take-picture.ts'

/** What the person wants done. */
export type Command =
  | { readonly name: 'add'; readonly server: URL; readonly deviceName?: string }
  | { readonly name: 'create' | 'delete'; readonly which?: string }
  | { readonly name: 'scan' | 'answer' | 'link'; readonly source: PictureSource }
  /** Without a source it looks for no QR codes. */
  | { readonly name: 'run'; readonly source?: PictureSource }
  | { readonly name: 'list' | 'status' | 'help' | 'version' }

/** The command cannot be understood; the message is what was not. */
export class CommandFault extends Error {
  override readonly name = 'CommandFault'
}

const options = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
  name: { type: 'string' },
  picture: { type: 'string' },
  screen: { type: 'boolean' },
  camera: { type: 'boolean' },
  device: { type: 'string' },
  linked: { type: 'boolean' },
} as const

type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values']

/** Which options go with which command. */
const allowed: Readonly<Record<string, readonly (keyof typeof options)[]>> = {
  add: ['name'],
  list: [],
  create: [],
  delete: [],
  scan: ['picture', 'screen', 'camera', 'device'],
  answer: ['picture', 'screen', 'camera', 'device'],
  link: ['picture', 'screen', 'camera', 'device'],
  run: ['screen', 'camera', 'device', 'linked'],
  status: [],
  help: [],
  version: [],
}

/**
 * Read what was typed after the program's name.
 *
 * @throws CommandFault
 */
export function readCommand(argv: readonly string[]): Command {
  const { values, positionals } = parse(argv)
  if (values.help === true || argv.length === 0) return { name: 'help' }
  if (values.version === true) return { name: 'version' }
  const [name = '', ...rest] = positionals
  const goesWith = Object.hasOwn(allowed, name) ? allowed[name] : undefined
  if (goesWith === undefined) throw new CommandFault(name)
  for (const option of Object.keys(values)) {
    if (!goesWith.some((one) => one === option)) throw new CommandFault(`--${option}`)
  }
  const [first, ...more] = rest
  const takes = name === 'add' || name === 'create' || name === 'delete' ? 1 : 0
  const surplus = takes === 0 ? first : more[0]
  if (surplus !== undefined) throw new CommandFault(surplus)

  switch (name) {
    case 'add':
      return { name, server: readServer(first), ...(values.name && { deviceName: values.name }) }
    case 'create':
    case 'delete':
      return { name, ...(first !== undefined && { which: first }) }
    case 'scan':
    case 'answer':
    case 'link':
      return { name, source: readSource(values) }
    case 'run':
      return values.linked === true ? readLinked(values) : { name, source: readSource(values) }
    case 'list':
    case 'status':
    case 'help':
    case 'version':
      return { name }
  }
  throw new CommandFault(name)
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true })
  } catch (cause) {
    throw new CommandFault(cause instanceof Error ? cause.message : '', { cause })
  }
}

/** HTTPS, or this very machine; where its pages are is the server's business. */
function readServer(text = ''): URL {
  const url = URL.parse(text.includes('://') ? text : `https://${text}`)
  const isHere = url?.hostname === 'localhost' || url?.hostname.endsWith('.localhost') === true
  if (url === null || text === '' || !(url.protocol === 'https:' || (url.protocol === 'http:' && isHere))) {
    throw new CommandFault(text)
  }
  return new URL(url.origin)
}

function readLinked({ screen, camera, device }: Values): Command {
  if ((screen ?? camera ?? device) !== undefined) throw new CommandFault('--linked')
  return { name: 'run' }
}

function readSource({ picture, screen, camera, device }: Values): PictureSource {
  const given = [picture, screen, camera].filter((one) => one !== undefined)
  if (given.length > 1) throw new CommandFault('--picture --screen --camera')
  if (picture !== undefined) return { kind: 'file', path: picture }
  if (camera === true || device !== undefined) return { kind: 'camera', device: device ?? '/dev/video0' }
  return { kind: 'screen' }
}
