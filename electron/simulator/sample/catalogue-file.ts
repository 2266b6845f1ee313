import { z } from 'zod'
import { Catalogue, type CatalogueEntry } from '../world/catalogue'

const ids = z.array(z.string()).optional()
const leaf = z.strictObject({
  id: z.number().int(),
  name: z.string(),
  relation: ids,
  explanation: z.string().default(''),
  optionalRelation: ids,
  /** Numbers of qualifications. */
  optionalCertificates: ids,
  companyOnly: z.boolean().default(false),
  standing: z.enum(['open', 'closed', 'pilot', 'invalid']).default('open')
})
const branch = z.strictObject({ id: z.number().int(), name: z.string(), children: z.array(leaf).min(1) })
const root = branch.extend({ children: z.array(branch).min(1) })
type Leaf = z.output<typeof leaf>
type Branch = z.output<typeof branch>
type Root = z.output<typeof root>

/** `resources/practice/categories.json`: the qualifications by number, and the tree, made into the catalogue. */
export const catalogueFile = z
  .strictObject({
    certificates: z.array(z.strictObject({ id: z.string(), name: z.string() })),
    tree: z.array(root).min(1)
  })
  .transform(({ certificates, tree }) => {
    const names = new Map(certificates.map(({ id, name }) => [id, name]))
    return new Catalogue(tree.flatMap((each) => entriesOfRoot(each, names)))
  })

type Names = ReadonlyMap<string, string>

function entriesOfRoot(first: Root, names: Names): readonly CatalogueEntry[] {
  return [branchEntry(first, 1, 0, first.name), ...first.children.flatMap((second) => entriesOf(first, second, names))]
}

function entriesOf(first: Root, second: Branch, names: Names): readonly CatalogueEntry[] {
  const entry = branchEntry(second, 2, first.id, `${first.name}-${second.name}`)
  return [entry, ...second.children.map((third) => leafEntry(first, second, third, names))]
}

function branchEntry({ id, name }: Root | Branch, level: 1 | 2, fpid: number, fullName: string): CatalogueEntry {
  return {
    ...{ id, name, level, fpid, spid: 0, path: '', fullName },
    ...{ relation: null, certificates: null, explanation: '', optionalRelation: null, optionalCertificates: null },
    ...{ companyOnly: false, standing: 'open' }
  }
}

function leafEntry(first: Root, second: Branch, third: Leaf, names: Names): CatalogueEntry {
  const { id, name, relation, explanation, optionalRelation, optionalCertificates, companyOnly, standing } = third
  const needed = relation && [...new Set(relation.flatMap((element) => element.split(/[|&]/)))]
  return {
    ...{ id, name, level: 3, fpid: first.id, spid: second.id },
    path: [first, second, third].map((each) => each.id).join(','),
    fullName: [first, second, third].map((each) => each.name).join('-'),
    ...{ relation: relation ?? null, explanation, companyOnly, standing },
    certificates: named(needed, names),
    optionalRelation: optionalRelation ?? null,
    optionalCertificates: named(optionalCertificates, names)
  }
}

function named(numbers: readonly string[] | undefined, names: Names): CatalogueEntry['certificates'] {
  if (numbers === undefined) return null
  return numbers.map((id) => {
    const name = names.get(id)
    if (name === undefined) throw new RangeError(`no qualification ${id}`)
    return { id, name }
  })
}
