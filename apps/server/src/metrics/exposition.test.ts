import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import { describe, expect, test } from 'vitest'
import { counter, expositionType, gauge, histogram, type Metric, writeMetrics } from './exposition.ts'

/** What is hard to write into a label. */
const hardLabels = ['plain', '', 'a "b"', 'back\\slash', 'two\nlines', '\\n', 'ä😀', '{x="y"}', ',']

/** Of the format: comments, names, labels whose values end where they seem to, one number. */
const grammar =
  /^(# (HELP [a-z_]+ .+|TYPE [a-z_]+ (counter|gauge|histogram))|[a-z_]+(\{[a-z]+="([^"\\\n]|\\[\\"n])*"(,[a-z]+="([^"\\\n]|\\[\\"n])*")*\})? (\d|[+-])[\d.e+-]*|)$/u

/** The reference of the format for Node writes the same metrics; ours must not differ by a byte. */
async function expectSame(ours: Metric, register: (registers: Registry[]) => void): Promise<string> {
  const registry: Registry = new Registry()
  register([registry])
  const text = await writeMetrics([ours])
  expect(text).toBe(await registry.metrics())
  for (const line of text.split('\n')) expect(line).toMatch(grammar)
  return text
}

const about = { name: 'latchkey_things', help: 'What there is.' }

describe('writing metrics', () => {
  test('counts by labels', async () => {
    const ours = counter(about, 'kind', 'status')
    for (const [at, kind] of hardLabels.entries()) {
      ours.add({ kind, status: at })
      ours.add({ kind, status: at }, at / 2)
    }
    await expectSame(ours, (registers) => {
      const theirs = new Counter({ ...about, labelNames: ['kind', 'status'], registers })
      for (const [at, kind] of hardLabels.entries()) {
        theirs.inc({ kind, status: at })
        theirs.inc({ kind, status: at }, at / 2)
      }
    })
  })

  test('counts without labels from nothing on, and by labels only what there was', async () => {
    expect(await expectSame(counter(about), (registers) => new Counter({ ...about, registers }))).toContain(
      '\nlatchkey_things 0\n',
    )
    await expectSame(
      counter(about, 'kind'),
      (registers) => new Counter({ ...about, labelNames: ['kind'], registers }),
    )
  })

  test('looks when it is asked', async () => {
    let value = 1
    const ours = gauge(about, async () => value)
    value = 1.5e-9
    await expectSame(ours, (registers) => new Gauge({ ...about, registers }).set(1.5e-9))
  })

  test('says how values are spread', async () => {
    const bounds = [0.001, 0.5, 2]
    const values = [0, 0.001, 0.0011, 0.5, 1, 2, 2.1, 1e6]
    const ours = histogram(about, bounds, 'route', 'status')
    for (const route of hardLabels) for (const value of values) ours.observe({ route, status: 200 }, value)

    const text = await expectSame(ours, (registers) => {
      const theirs = new Histogram({ ...about, buckets: bounds, labelNames: ['route', 'status'], registers })
      for (const route of hardLabels)
        for (const value of values) theirs.observe({ route, status: 200 }, value)
    })

    expect(text).toContain('latchkey_things_bucket{le="0.5",route="plain",status="200"} 4\n')
    expect(text).toContain('latchkey_things_bucket{le="+Inf",route="plain",status="200"} 8\n')
  })

  test('separates metrics, and says which format it is', async () => {
    const registry: Registry = new Registry()
    for (const name of ['latchkey_one', 'latchkey_two'])
      new Gauge({ name, help: 'One.', registers: [registry] })
    const ours = ['latchkey_one', 'latchkey_two'].map((name) => gauge({ name, help: 'One.' }, () => 0))

    expect(await writeMetrics(ours)).toBe(await registry.metrics())
    expect(expositionType).toBe(registry.contentType)
  })
})
