import { type Command, CommandRefusal, readOptions, WrongUsage } from './command.ts'
import { openDeps } from './open-deps.ts'

const weekMilliseconds = 7 * 24 * 60 * 60_000

/** A roll-out of people that do not exist, to see the dashboard full, and to put load on a server. */
export const simulateRolloutCommand: Command = {
  name: 'simulate-rollout',
  summary:
    'Play a roll-out with people who do not exist, over the pages and the API, ending now.\nOnly in a database where nobody lives: set LATCHKEY_DATABASE=data/simulated.db, and start the server with it afterwards.',
  usage: '[--people 5000] [--weeks 8] [--seed 1]',
  async run(world, argv) {
    const options = readOptions(argv, { people: 'text', weeks: 'text', seed: 'text' })
    const count = (name: string, preset: number, most: number) => {
      const value = Number(options.text(name) ?? preset)
      if (Number.isInteger(value) && value >= 1 && value <= most) return value
      throw new WrongUsage(`--${name} takes a whole number from 1 to ${most}`)
    }
    const simulation = {
      people: count('people', 5000, 100_000),
      weeks: count('weeks', 8, 52),
      seed: count('seed', 1, 1_000_000),
    }
    const clock = { at: lastMonday(Date.now() - simulation.weeks * weekMilliseconds) }
    const deps = await openDeps(world.config, world.log, () => new Date(clock.at))
    try {
      if ((await deps.stores.tenants.list()).length > 0) {
        throw new CommandRefusal(
          'Somebody lives in this database, so nothing is simulated in it. Set LATCHKEY_DATABASE=data/simulated.db to have one beside it.',
        )
      }
      // The other commands have no use for it.
      const { simulateRollout } = await import('../simulate/simulate-rollout.ts')
      const began = performance.now()
      const result = await simulateRollout(deps, clock, simulation, world.say)
      const seconds = (performance.now() - began) / 1000
      for (const [name, value] of Object.entries(result)) world.say(`${name.padEnd(16)} ${value}`)
      world.say(`${seconds.toFixed(1)} seconds.`)
    } finally {
      await deps.stores.close()
    }
  },
}

/** The last Monday at midnight, UTC, at or before an instant. The epoch was a Thursday. */
function lastMonday(instant: number): number {
  const day = weekMilliseconds / 7
  const today = Math.floor(instant / day)
  return (today - ((today + 3) % 7)) * day
}
