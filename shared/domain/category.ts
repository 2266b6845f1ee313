/** A service category (服务类目) by its complete id, `"level1,level2,level3"`, and its names joined by `-`. */
export type NamedCategory = { readonly id: string; readonly name: string }

export type CategoryState = 'in_review' | 'approved' | 'rejected'

/** A qualification (资质) by its id, which is a number space of its own. */
export type Qualification = { readonly id: string; readonly name: string }

/**
 * Which qualifications a category asks for. All elements of `relation` must hold; within one, `|` means one of, and `&`
 * binds tighter and means all of: `["3", "4|5", "6|7&8"]`. More may be sent than is asked for, never less.
 */
export type CategoryRule = {
  readonly relation: readonly string[]
  readonly list: readonly Qualification[]
  /** The rule in the platform's words. */
  readonly explanation: string
  /** What else may be sent; what it is good for is not documented. */
  readonly optional: readonly Qualification[]
}

/** A line of the tree of categories that the platform allows for this merchant's kind of subject. */
export type CategoryNode = {
  /** Its own id; unique within its level only. */
  readonly id: string
  readonly name: string
  readonly level: 1 | 2 | 3
  /** The ids of the ancestors, the first level first. */
  readonly ancestors: readonly string[]
  /** Null for one that asks for no qualification. */
  readonly rule: CategoryRule | null
}

/** 获取可以设置的服务类目列表. */
export type CategoryTree = { readonly nodes: readonly CategoryNode[]; readonly readAt: number }

/** Files that were uploaded for one qualification; `paths` are the platform's storage paths, not addresses. */
export type UploadedQualification = Qualification & { readonly paths: readonly string[] }

/** A category that is set (获取已设置的服务类目); set does not mean published. */
export type ConfiguredCategory = NamedCategory & {
  readonly state: CategoryState | null
  readonly reason: string
  readonly qualifications: readonly UploadedQualification[]
}

/** The newest publishing of the categories (查询已发布的服务类目). */
export type CategoryPublishing = {
  readonly state: CategoryState | null
  /** The complete set that was submitted. */
  readonly categories: readonly NamedCategory[]
  /** What the reviewer found missing, or chosen without need. */
  readonly lacking: readonly string[]
  readonly redundant: readonly string[]
  readonly reason: string
}

/** 主营类目: in force, preset for the next publishing, and the one that was refused. */
export type MainCategory = {
  readonly current: NamedCategory | null
  readonly preset: NamedCategory | null
  readonly rejected: NamedCategory | null
  readonly remaining: number | null
}

/** Everything about a merchant's categories. What a missing scope denies is null. */
export type CategoryFacts = {
  readonly configured: readonly ConfiguredCategory[]
  /** How many categories a mini program may have; null where the platform does not tell (5 by its pages). */
  readonly limit: number | null
  /** Changes per month, and those left of this month. The pages disagree on the number: only these count. */
  readonly monthlyLimit: number | null
  readonly remaining: number | null
  readonly online: readonly NamedCategory[] | null
  readonly publishing: CategoryPublishing | null
  readonly main: MainCategory | null
}
