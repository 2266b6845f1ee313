import type { CategoryNode, CategoryRule, CategoryTree, NamedCategory } from '@shared/domain/category'

/** A category of the third level, which alone can be set. */
export type ChoosableCategory = NamedCategory & { readonly rule: CategoryRule | null }

/** The tree by what is asked of it. A key is a node's ids from the first level on, joined by commas. */
export type CategoryIndex = {
  /** The nodes below a key, in the platform's order; `''` for the first level. */
  readonly below: (key: string) => readonly CategoryNode[]
  readonly choosable: readonly ChoosableCategory[]
  readonly find: (id: string) => ChoosableCategory | null
}

/** The id that addresses a node: its own is unique within its level only. */
export const nodeKey = ({ ancestors, id }: CategoryNode): string => [...ancestors, id].join(',')

export function categoryIndex({ nodes }: CategoryTree): CategoryIndex {
  const names = new Map(nodes.map((node) => [nodeKey(node), node.name]))
  const children = childrenOf(nodes)
  const choosable = nodes
    .filter(({ level, ancestors }) => level === 3 && ancestors.length === 2)
    .map((node) => ({ id: nodeKey(node), name: pathOf(node, names).join('-'), rule: node.rule }))
  const byId = new Map(choosable.map((each) => [each.id, each]))
  return { below: (key) => children.get(key) ?? [], choosable, find: (id) => byId.get(id) ?? null }
}

function childrenOf(nodes: readonly CategoryNode[]): ReadonlyMap<string, readonly CategoryNode[]> {
  const children = new Map<string, CategoryNode[]>()
  for (const node of nodes) {
    const key = node.ancestors.join(',')
    children.set(key, [...(children.get(key) ?? []), node])
  }
  return children
}

/** A level that is missing in the tree is named by its id. */
function pathOf({ ancestors, name }: CategoryNode, names: ReadonlyMap<string, string>): string[] {
  return [...ancestors.map((id, index) => names.get(ancestors.slice(0, index + 1).join(',')) ?? id), name]
}

/** The categories in whose names, of any level, every word of the query is found. */
export function matchingCategories(
  categories: readonly ChoosableCategory[],
  query: string
): readonly ChoosableCategory[] {
  const words = query
    .toLowerCase()
    .split(/[\s›-]+/)
    .filter(Boolean)
  return categories.filter(({ name }) => words.every((word) => name.toLowerCase().includes(word)))
}
