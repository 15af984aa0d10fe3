export { type TemporaryPostgres, temporaryPostgres } from './temporary-postgres.ts'
export { type TemporaryStores, temporaryStores } from './temporary-stores.ts'
