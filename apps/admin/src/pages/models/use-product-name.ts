import { useSaidIn } from '../../said.ts'
import { type Product, unnamedModel } from './catalogue.ts'

/** What a product is called, where nobody has named it too. */
export function useProductName(): (product: Pick<Product, 'key' | 'name'>) => string {
  const { models } = useSaidIn('signIn')
  return ({ key, name }) => name ?? (key === unnamedModel ? models.unnamed : models.nameless)
}
