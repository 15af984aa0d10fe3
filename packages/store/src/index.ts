export { UnitOver, UnitStalled } from './dialect/unit-faults.ts'
export { openStores, type StoreOptions } from './open-stores.ts'
