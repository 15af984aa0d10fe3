import { type Html, html } from '../../page/html.ts'
import { fitText } from './fit-text.ts'
import { drawEmblem } from './sheet.ts'
import { drawBox, drawShadow, drawStage } from './stage.ts'

/** A laptop, and on its screen what is given. */
function drawLaptop(x: number, y: number, screen: Html): Html {
  return html`${drawShadow({ x, y, width: 150, height: 98 }, 10)}${drawBox({ x, y, width: 150, height: 98 }, 'p-bezel', 10)}${drawBox({ x: x + 6, y: y + 6, width: 138, height: 84 }, 'p-screen', 5)}<path d="M${x - 14} ${y + 98}h178l-6 9h-166z" class="p-bezel"/>${screen}`
}

/** A whole phone, and on its screen what is given. */
function drawWholePhone(x: number, y: number, screen: Html): Html {
  return html`${drawShadow({ x, y, width: 66, height: 126 }, 14)}${drawBox({ x, y, width: 66, height: 126 }, 'p-bezel', 14)}${drawBox({ x: x + 4, y: y + 4, width: 58, height: 118 }, 'p-screen', 11)}${screen}`
}

/** Something that looks like a QR code, and is none: nobody shall scan a picture. */
function drawMockCode(x: number, y: number, size: number): Html {
  const cell = size / 13
  const eye = (column: number, row: number) =>
    html`<path d="M${x + column * cell} ${y + row * cell}h${cell * 4}v${cell * 4}h-${cell * 4}z" class="p-code-eye"/><path d="M${x + (column + 1.5) * cell} ${y + (row + 1.5) * cell}h${cell}v${cell}h-${cell}z" class="p-code"/>`
  const dots = Array.from({ length: 13 * 13 }, (_, at) => ({ column: at % 13, row: Math.floor(at / 13) }))
    .filter(({ column, row }) => !(row < 5 && (column < 5 || column > 7)) && !(row > 7 && column < 5))
    .filter(({ column, row }) => (column * 7 + row * 11 + column * row * 3) % 5 < 2)
    .map(
      ({ column, row }) =>
        `M${round(x + column * cell)} ${round(y + row * cell)}h${round(cell)}v${round(cell)}h-${round(cell)}z`,
    )
  return html`${drawBox({ x: x - 6, y: y - 6, width: size + 12, height: size + 12 }, 'p-white', 6)}${eye(0.5, 0.5)}${eye(8.5, 0.5)}${eye(0.5, 8.5)}<path d="${dots.join('')}" class="p-code"/>`
}

/** A phone that scans what a computer shows. */
export function drawScan(label: string, hint: string): Html {
  return drawStage(
    label,
    html`${drawLaptop(34, 42, drawMockCode(81, 62, 56))}${drawWholePhone(212, 66, html`${drawMockCode(226, 92, 38)}<path d="M220 94v-8h8M254 86h8v8M262 126v8h-8M228 134h-8v-8" class="p-line p-yellow"/>${drawBox({ x: 220, y: 148, width: 50, height: 17 }, 'p-yellow-fill', 8)}${fitText(hint, { x: 245, y: 159.5, width: 44, size: 7, look: 'strong', anchor: 'middle' })}`)}<path d="M190 96c8-3 12-3 18 0M190 110c8 3 12 3 18 0" class="p-line p-accent-line"/>`,
  )
}

/** Two devices next to each other. */
export function drawNearby(label: string): Html {
  return drawStage(
    label,
    html`${drawLaptop(30, 54, html`${drawEmblem('passkey', 105, 102)}`)}${drawWholePhone(222, 60, html`${drawEmblem('passkey', 255, 118)}`)}<g class="p-line p-accent-line"><path d="M189 84c4 6 4 14 0 20M196 78c7 10 7 22 0 32M211 84c-4 6-4 14 0 20"/></g><path d="M150 22l10 10-5 5V17l5 5-10 10" class="p-line p-blue"/>`,
  )
}

/** A security key in a computer, and a finger on it. */
export function drawKeyTouch(label: string): Html {
  return drawStage(
    label,
    html`${drawBox({ x: -20, y: 70, width: 130, height: 84 }, 'p-bezel', 14)}${drawBox({ x: 102, y: 100, width: 8, height: 24 }, 'p-dim', 2)}${drawShadow({ x: 128, y: 88, width: 112, height: 48 }, 16)}${drawBox({ x: 108, y: 102, width: 26, height: 20 }, 'p-metal', 2)}${drawBox({ x: 128, y: 88, width: 112, height: 48 }, 'p-key', 16)}<circle cx="186" cy="112" r="19" class="p-gold"/><circle cx="186" cy="112" r="15" class="p-gold-ring"/><circle cx="226" cy="112" r="5" class="p-screen"/><g transform="rotate(-38 186 112)"><rect x="171" y="102" width="30" height="170" rx="15" class="p-hand"/><rect x="177" y="107" width="18" height="20" rx="8" class="p-nail"/></g>`,
  )
}

/** A security key that is held to a phone. */
export function drawKeyAtPhone(label: string): Html {
  return drawStage(
    label,
    html`${drawWholePhone(106, 52, html`<circle cx="139" cy="104" r="20" class="p-soft-accent"/>${drawEmblem('passkey', 139, 104)}`)}<g class="p-line p-accent-line"><path d="M182 78c4 6 4 14 0 20M190 72c7 10 7 22 0 32"/></g><g transform="rotate(18 230 88)">${drawBox({ x: 204, y: 72, width: 26, height: 18 }, 'p-metal', 2)}${drawBox({ x: 222, y: 62, width: 76, height: 38 }, 'p-key', 13)}<circle cx="256" cy="81" r="11" class="p-gold"/></g>`,
  )
}

/** A fingerprint, a face or a PIN, on whatever it is. */
export function drawUnlock(label: string, device: 'phone' | 'computer'): Html {
  return drawStage(
    label,
    device === 'phone'
      ? drawWholePhone(
          127,
          44,
          html`<circle cx="160" cy="88" r="20" class="p-soft-accent"/>${drawEmblem('face', 160, 88)}<circle cx="160" cy="138" r="14" class="p-soft-accent"/>${drawEmblem('finger', 160, 138)}`,
        )
      : drawLaptop(
          85,
          44,
          html`<circle cx="160" cy="92" r="24" class="p-soft-accent"/>${drawEmblem('finger', 160, 92)}`,
        ),
  )
}

/** It is done. */
export function drawDone(label: string, device: 'phone' | 'computer'): Html {
  const tick = (x: number, y: number) =>
    html`<circle cx="${x}" cy="${y}" r="20" class="p-green-fill"/><path d="M${x - 9} ${y}l6.500 7L${x + 9.5} ${y - 7}" class="p-line p-on"/>`
  return drawStage(
    label,
    device === 'phone' ? drawWholePhone(127, 44, tick(160, 106)) : drawLaptop(85, 48, tick(160, 96)),
  )
}

const round = (value: number) => Math.round(value * 100) / 100
