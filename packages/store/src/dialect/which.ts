/** Whether a database is named by the URL of a PostgreSQL server; otherwise it is a file. */
export const isPostgres = (database: string): boolean => /^postgres(ql)?:\/\//.test(database)
