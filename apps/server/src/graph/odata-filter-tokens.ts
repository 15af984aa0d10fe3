import { GraphRefusal } from './graph-refusal.ts'
import type { ODataLiteral } from './odata-filter.ts'

/** A piece of a filter. A word is a property, an operator or a function. */
export type FilterToken =
  | { readonly kind: 'word' | 'mark'; readonly text: string }
  | { readonly kind: 'literal'; readonly text: string; readonly value: ODataLiteral }

/** One at a time, in this order: what is longer comes first. */
const pattern =
  /\s*(?:(?<text>'(?:[^']|'')*')|(?<guid>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})|(?<date>\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,12})?)?(?:Z|[+-]\d\d:\d\d))?)|(?<number>-?\d+(?:\.\d+)?)|(?<word>[a-z_@][\w.@]*(?:\/[a-z_@][\w.@]*)*)|(?<mark>[(),:]))/iy

/** Cut a filter into its pieces. @throws GraphRefusal `Request_UnsupportedQuery` */
export function readFilterTokens(filter: string): readonly FilterToken[] {
  const text = filter.trimEnd()
  const tokens: FilterToken[] = []
  pattern.lastIndex = 0
  for (let at = 0; at < text.length; at = pattern.lastIndex) {
    const groups = pattern.exec(text)?.groups
    if (groups === undefined) throw unreadable(text.slice(at).trimStart().slice(0, 20))
    tokens.push(toToken(groups))
  }
  return tokens
}

function toToken(groups: Record<string, string | undefined>): FilterToken {
  const { text, guid, date, number, word, mark = '' } = groups
  if (text !== undefined) return literal(text, text.slice(1, -1).replaceAll("''", "'"))
  if (guid !== undefined) return literal(guid, guid.toLowerCase())
  if (date !== undefined) return literal(date, readDate(date))
  if (number !== undefined) return literal(number, Number(number))
  if (word === undefined) return { kind: 'mark', text: mark }
  if (word === 'true' || word === 'false') return literal(word, word === 'true')
  if (word === 'null') return literal(word, null)
  return { kind: 'word', text: word }
}

function literal(text: string, value: ODataLiteral): FilterToken {
  return { kind: 'literal', text, value }
}

function readDate(text: string): Date {
  const date = new Date(text)
  if (Number.isNaN(date.getTime())) throw unreadable(text)
  return date
}

function unreadable(text: string): GraphRefusal {
  return new GraphRefusal('Request_UnsupportedQuery', `Invalid filter clause: '${text}' cannot be read.`)
}
