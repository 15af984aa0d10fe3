import { numbers } from './numbers.ts'

/** The numbers under which logs have a code, the smallest first. */
export function numbersOfCode(code: string): readonly number[] {
  return Object.entries(numbers)
    .filter(([, { codes }]) => codes.some((one) => one === code))
    .map(([number]) => Number(number))
}
