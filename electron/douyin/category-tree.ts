import type { CategoryNode, CategoryRule, CategoryTree } from '@shared/domain/category'
import { z } from 'zod'
import type { Clock } from '../ports'
import type { PlatformCaller } from './caller'
import { qualification } from './category-schemas'
import { endpoints } from './endpoints'
import { id, integer, list, text } from './schemas'
import { reading } from './wire'

const certification = z.object({
  relation: list(z.union([z.string(), z.number()]).transform(String)),
  list: list(qualification),
  explanation: text,
  // Its shape and use are not documented.
  optional_list: list(qualification).catch([])
})

/** 0 stands for no ancestor. */
const ancestor = id.nullish().transform((value) => value ?? '0')

const category = z.object({
  id,
  name: text,
  level: integer,
  fpid: ancestor,
  spid: ancestor,
  certification: certification.nullish()
})

const read = reading({ schema: z.object({ category_list: list(category) }) })

/** 获取可以设置的服务类目列表V2 (page `base-info/all-categories-v2`). Levels it does not describe are left out. */
export async function categoryTree(
  caller: PlatformCaller,
  clock: Clock,
  appId: string,
  signal: AbortSignal | undefined
): Promise<CategoryTree> {
  const { value } = await caller.asMerchant(appId, { endpoint: endpoints.categoryTree, read, signal })
  return { nodes: value.category_list.flatMap(node), readAt: clock.now() }
}

function node({ id, name, level, fpid, spid, certification }: z.output<typeof category>): readonly CategoryNode[] {
  if (level !== 1 && level !== 2 && level !== 3) return []
  const ancestors = [fpid, spid].slice(0, level - 1).filter((each) => each !== '0')
  return [{ id, name, level, ancestors, rule: certification ? rule(certification) : null }]
}

/** One that names no qualification asks for none, whatever its words are. */
function rule({ relation, list, explanation, optional_list: optional }: z.output<typeof certification>) {
  const asked = relation.filter((each) => each.trim() !== '')
  if (asked.length === 0 && list.length === 0) return null
  return { relation: asked, list, explanation, optional } satisfies CategoryRule
}
