import type { CategoryNode, CategoryTree, ConfiguredCategory } from '@shared/domain/category'
import { missingQualifications, requirementText } from '@shared/rules/category-rules'
import { clauses, listed } from '@shared/texts/joined'
import { say } from '@shared/texts/say'

/** A file of a qualification: one that is staged here, or one that the platform has from the submission before. */
export type SubmittedFile = { readonly fileId: string } | { readonly path: string }

export type SubmittedQualification = {
  readonly id: string
  readonly name: string
  readonly files: readonly SubmittedFile[]
}

/** What is wrong with a submission, by the form's field; null for one that the platform would take. */
export type SubmissionProblem = Readonly<Record<string, string>> | null

/**
 * Judges a submission by the tree: a category that is not in it (21300, 21301), qualifications where none are taken
 * (21315), missing ones (21302).
 */
export function submissionProblem(
  tree: CategoryTree,
  category: string,
  qualifications: readonly SubmittedQualification[]
): SubmissionProblem {
  const node = tree.nodes.find((each) => completeId(each) === category)
  if (!node) return { category: say`平台现在不允许这个商家设置这个类目` }
  const given = qualifications.map(({ id }) => id)
  if (node.rule === null) return given.length > 0 ? { qualifications: say`这个类目不收资质，请去掉` } : null
  if (new Set(given).size < given.length) return { qualifications: say`同一项资质填了两次` }
  const missing = missingQualifications(node.rule, given)
  return missing.length > 0 ? { qualifications: say`缺少 ${clauses(missing.map(requirementText))}` } : null
}

/**
 * What a supply must share with the submission that was rejected: the same qualifications (21309), and of the platform's
 * files only those that were uploaded for it.
 */
export function supplyProblem(
  rejected: ConfiguredCategory,
  qualifications: readonly SubmittedQualification[]
): SubmissionProblem {
  const before = new Map(rejected.qualifications.map(({ id, paths }) => [id, new Set(paths)]))
  const isSame = qualifications.length === before.size && qualifications.every(({ id }) => before.has(id))
  if (!isSame) {
    const names = listed(rejected.qualifications.map(({ name }) => say`「${name}」`))
    return { qualifications: say`资质必须和上次提交的相同：${names || say`没有资质`}` }
  }
  const foreign = qualifications.find(({ id, files }) =>
    files.some((file) => 'path' in file && !before.get(id)?.has(file.path))
  )
  return foreign ? { qualifications: say`「${foreign.name}」里有不是上次提交的文件，请重新选择` } : null
}

function completeId({ id, ancestors }: CategoryNode): string {
  return [...ancestors, id].join(',')
}
