import type { Shelves, SignInLogStore, SignInRecord, Stores } from '@latchkey/identity'
import type { Metrics } from './metrics.ts'

/**
 * Count what the sign-in log is told, once it is kept: a unit of work that fails, or runs again, counts nothing, or once.
 * What browsers report of themselves (`interrupted`) is counted where it arrives.
 */
export function countSignIns<S extends Shelves>(
  stores: Stores<S>,
  metrics: Pick<Metrics, 'countSignIn'>,
): Stores<S> {
  const count = ({ outcome, method = '', code }: SignInRecord) => {
    if (outcome !== 'interrupted') metrics.countSignIn({ outcome, method, code })
  }
  return {
    ...stores,
    signIns: hearing(stores.signIns, count),
    async atomically<T>(unit: (tx: S) => Promise<T>): Promise<T> {
      let heard: SignInRecord[] = []
      const result = await stores.atomically((tx) => {
        heard = []
        return unit({ ...tx, signIns: hearing(tx.signIns, (record) => heard.push(record)) })
      })
      heard.forEach(count)
      return result
    },
  }
}

function hearing(store: SignInLogStore, hear: (record: SignInRecord) => void): SignInLogStore {
  return {
    ...store,
    async append(record) {
      await store.append(record)
      hear(record)
    },
  }
}
