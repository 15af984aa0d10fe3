import type { Compilable, CompiledQuery, Kysely } from 'kysely'
import type { Schema } from './schema.ts'

/** What Kysely builds with: it knows the tables and the database's dialect. */
export type Builder = Kysely<Schema>

/** A query that is built and compiled once per dialect and from then on only given its parameters. */
export interface Statement<P, O> {
  compile(builder: Builder, parameters: P): CompiledQuery<O>
}

/** Stands in a compiled query for a parameter that is given later. */
class Placeholder {
  readonly name: string

  constructor(name: string) {
    this.name = name
  }
}

/**
 * Write a query down once. Compiling costs more than executing, and a sign-in is five statements.
 *
 * `build` runs with placeholders instead of values: it may only put them into the query, never look at them, and every
 * call must give the same fields.
 */
export function statement<P extends Readonly<Record<string, unknown>>, O>(
  build: (builder: Builder, parameters: P) => Compilable<O>,
): Statement<P, O> {
  const compiled = new WeakMap<Builder, CompiledQuery<O>>()

  const compileFirst = (builder: Builder, parameters: P) => {
    const named: Iterable<readonly unknown[]> = Object.keys(parameters).map((name) => [
      name,
      new Placeholder(name),
    ])
    // Typed as the parameters whose places they take, since `Object.fromEntries` of unknown entries is.
    const placeholders: P = Object.fromEntries(named)
    const query = build(builder, placeholders).compile()
    compiled.set(builder, query)
    return query
  }

  return {
    compile(builder, parameters) {
      const query = compiled.get(builder) ?? compileFirst(builder, parameters)
      return {
        ...query,
        parameters: query.parameters.map((value) =>
          value instanceof Placeholder ? parameters[value.name] : value,
        ),
      }
    },
  }
}
