/** A process that opens the stores it is told, says so in them, and ends. */
import { openStores } from '../src/open-stores.ts'

const stores = await openStores({ database: process.argv[2] ?? '' })
await stores.instance.insertFirst('opened_by', String(process.pid))
await stores.close()
