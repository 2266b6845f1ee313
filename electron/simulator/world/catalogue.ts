import type { Certificate } from './category-state'
import type { Merchant } from './state'

type CertificateName = Pick<Certificate, 'id' | 'name'>

/** A service category (服务类目) of the platform's tree. */
export type CatalogueEntry = {
  readonly id: number
  readonly name: string
  readonly level: 1 | 2 | 3
  /** The ancestors of levels 1 and 2; 0 where there is none. */
  readonly fpid: number
  readonly spid: number
  /** `"level1,level2,level3"`; empty above level 3, which is what mini programs have. */
  readonly path: string
  /** The names of all levels joined by `-`. */
  readonly fullName: string
  /** What qualifications it takes: elements all needed, `|` one of, `&` all of, binding tighter. Null: none. */
  readonly relation: readonly string[] | null
  readonly certificates: readonly CertificateName[] | null
  readonly explanation: string
  readonly optionalRelation: readonly string[] | null
  readonly optionalCertificates: readonly CertificateName[] | null
  readonly companyOnly: boolean
  /** `closed` to everyone, for `pilot` subjects only, or listed although it is `invalid` by now. */
  readonly standing: 'open' | 'closed' | 'pilot' | 'invalid'
}

/** The tree of service categories: the same for every world. */
export class Catalogue {
  readonly entries: readonly CatalogueEntry[]
  readonly #byPath: ReadonlyMap<string, CatalogueEntry>

  constructor(entries: readonly CatalogueEntry[]) {
    this.entries = entries
    this.#byPath = new Map(entries.filter(({ level }) => level === 3).map((entry) => [entry.path, entry]))
  }

  /** The third-level category of a path, if there is one. */
  at(path: string): CatalogueEntry | undefined {
    return this.#byPath.get(path)
  }

  /** What a mini program can choose from: persons do not see what is for companies, nor a branch that has nothing else. */
  offeredTo({ subject }: Merchant): readonly CatalogueEntry[] {
    if (subject.type === 'company') return this.entries
    const leaves = this.entries.filter(({ level, companyOnly }) => level === 3 && !companyOnly)
    const branches = new Set(leaves.flatMap(({ fpid, spid }) => [fpid, spid]))
    return this.entries.filter(({ id, level, companyOnly }) => (level === 3 ? !companyOnly : branches.has(id)))
  }
}

/** Whether qualifications fulfil a rule. */
export function fulfils(relation: readonly string[], ids: ReadonlySet<string>): boolean {
  return relation.every((element) => alternativesOf(element).some((needed) => needed.every((id) => ids.has(id))))
}

/** The fewest qualifications that fulfil a rule: the first alternative of each element. */
export function fewestFor(relation: readonly string[]): readonly string[] {
  return [...new Set(relation.flatMap((element) => alternativesOf(element)[0] ?? []))]
}

function alternativesOf(element: string): readonly (readonly string[])[] {
  return element.split('|').map((alternative) => alternative.split('&').map((id) => id.trim()))
}
