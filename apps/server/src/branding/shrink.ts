/** Pixels, four bytes each: red, green, blue and how opaque. */
export interface Pixels {
  readonly data: Uint8ClampedArray
  readonly width: number
  readonly height: number
}

/** Make a picture fit into a box, as large as it can be; one that fits already stays as it is. */
export function shrink(picture: Pixels, box: { readonly width: number; readonly height: number }): Pixels {
  const factor = Math.min(1, box.width / picture.width, box.height / picture.height)
  if (factor === 1) return picture
  const width = Math.max(1, Math.round(picture.width * factor))
  const height = Math.max(1, Math.round(picture.height * factor))
  const data = new Uint8ClampedArray(width * height * 4)
  for (let y = 0; y < height; y++) {
    const rows = span(y, height, picture.height)
    for (let x = 0; x < width; x++) {
      data.set(average(picture, span(x, width, picture.width), rows), (y * width + x) * 4)
    }
  }
  return { data, width, height }
}

type Span = readonly [from: number, until: number]

/** The pixels that one pixel of the smaller picture stands for. */
function span(at: number, small: number, large: number): Span {
  const from = Math.floor((at * large) / small)
  return [from, Math.max(from + 1, Math.floor(((at + 1) * large) / small))]
}

/** What cannot be seen has no colour to give: each counts by how opaque it is. */
function average({ data, width }: Pixels, [left, right]: Span, [top, bottom]: Span): readonly number[] {
  let [red, green, blue, opaque] = [0, 0, 0, 0]
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const at = (y * width + x) * 4
      const alpha = data[at + 3] ?? 0
      red += (data[at] ?? 0) * alpha
      green += (data[at + 1] ?? 0) * alpha
      blue += (data[at + 2] ?? 0) * alpha
      opaque += alpha
    }
  }
  if (opaque === 0) return [0, 0, 0, 0]
  return [red / opaque, green / opaque, blue / opaque, opaque / ((right - left) * (bottom - top))]
}
