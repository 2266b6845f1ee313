import type { CategoryDetail } from '@shared/contract'
import type { CategoryFacts, CategoryTree, UploadedQualification } from '@shared/domain/category'
import type { MerchantRef } from '@shared/domain/merchant'
import type { SettingKind } from '@shared/domain/setting'
import { DeskFailure } from '@shared/errors'
import { categoryAction, dropped, unpublished, type CategoryAction } from '@shared/rules/category-rules'
import { facetKinds } from '@shared/rules/setting-names'
import { clauses, listed } from '@shared/texts/joined'
import { say } from '@shared/texts/say'
import type { Store } from '../../store/repositories'
import { merchantName, notFound } from '../merchant-facts'
import {
  submissionProblem,
  supplyProblem,
  type SubmissionProblem,
  type SubmittedFile,
  type SubmittedQualification
} from './category-submission'
import type { CategoryTrees } from './category-trees'
import type { MaterialUploader } from './material-uploader'
import { invalidSetting, notPossible } from './setting-failures'
import type { SettingPlan, SettingRunner } from './setting-runner'
import type { SetupReadings } from './setup-readings'
import type { StagedFiles } from './staged-files'

/** `category` is a complete id; `name` its names joined by `-`. */
export type CategorySubmission = MerchantRef & {
  readonly category: string
  readonly name: string
  readonly qualifications: readonly SubmittedQualification[]
}

export type CategoryServiceParts = {
  readonly store: Store
  readonly readings: SetupReadings
  readonly trees: CategoryTrees
  readonly runner: SettingRunner
  readonly uploader: MaterialUploader
  readonly files: StagedFiles
}

type Kind = Extract<SettingKind, `category_${string}`>
type Plan<Prepared> = Omit<SettingPlan<CategoryFacts, Prepared>, 'read'>

const changesShown = 50

/** 服务类目: which trades a mini program is in, with the papers that prove it. All methods throw `DeskFailure`. */
export class CategoryService {
  private readonly parts: CategoryServiceParts

  constructor(parts: CategoryServiceParts) {
    this.parts = parts
  }

  /** What the database knows. */
  get(ref: MerchantRef): CategoryDetail {
    const { store, runner } = this.parts
    if (store.merchants.row(ref) === null) throw notFound(ref)
    return {
      reading: store.categories.read(ref),
      changes: store.settingChanges.list(ref, facetKinds.categories, changesShown),
      running: runner.running(ref, 'categories')
    }
  }

  /** Reads them from the platform, then answers as `get` does. */
  async read(ref: MerchantRef, signal?: AbortSignal): Promise<CategoryDetail> {
    this.get(ref)
    await this.parts.readings.categories(ref, signal)
    return this.get(ref)
  }

  /** The tree of what may be set; kept for an hour unless it is to be `fresh`. */
  available(ref: MerchantRef, fresh: boolean): Promise<CategoryTree> {
    this.get(ref)
    return this.parts.trees.of(ref, fresh)
  }

  /** Page `add-category-v2`. */
  add(submission: CategorySubmission): Promise<CategoryDetail> {
    return this.submit('category_add', submission)
  }

  /** Page `supply-category-v2`: of a rejected one, with the same qualifications. */
  supply(submission: CategorySubmission): Promise<CategoryDetail> {
    return this.submit('category_supply', submission)
  }

  /** Page `delete-category-v2`; it stays online until the categories are published. */
  delete(ref: MerchantRef, category: string): Promise<CategoryDetail> {
    return this.change({
      ...this.planFor(ref, 'category_delete', category),
      send: (merchant) => merchant.deleteCategory(category)
    })
  }

  /** Page `publish-category`. */
  publish(ref: MerchantRef): Promise<CategoryDetail> {
    return this.change({
      ...this.planFor(ref, 'category_publish', null),
      summary: publishSummary(this.parts.store.categories.read(ref).value),
      send: (merchant) => merchant.publishCategories()
    })
  }

  /** Page `preset-categories`: takes effect when the categories are published, or with a version's audit. */
  presetMain(ref: MerchantRef, category: string): Promise<CategoryDetail> {
    return this.change({
      ...this.planFor(ref, 'category_main', category),
      send: (merchant) => merchant.presetMainCategory(category)
    })
  }

  private async submit(kind: 'category_add' | 'category_supply', submission: CategorySubmission) {
    const { accountId, appId, category, name, qualifications } = submission
    const ref = { accountId, appId }
    this.refuse(ref, kind, submissionProblem(await this.available(ref, false), category, qualifications))
    const plan = this.planFor(ref, kind, category)
    const staged = stagedIn(qualifications)
    for (const fileId of staged) this.parts.files.get(fileId)
    const detail = await this.change({
      ...plan,
      summary: name,
      request: { category, qualifications },
      check: (before) => {
        plan.check(before)
        const rejected = kind === 'category_supply' ? configured(before, category) : null
        if (rejected) this.refuse(ref, kind, supplyProblem(rejected, qualifications))
      },
      prepare: (signal) => this.uploadAll(ref, qualifications, signal),
      send: (merchant, uploaded) => {
        const request = { category, qualifications: uploaded }
        return kind === 'category_add' ? merchant.addCategory(request) : merchant.supplyCategory(request)
      }
    })
    for (const fileId of staged) this.parts.files.discard(fileId)
    return detail
  }

  /**
   * One after another, in the order of the form: what is seen of it is the file that is under way. Any of them that is
   * discarded gives the whole up, also one that was sent already.
   */
  private async uploadAll(
    ref: MerchantRef,
    qualifications: readonly SubmittedQualification[],
    closing: AbortSignal
  ): Promise<UploadedQualification[]> {
    const discarded = stagedIn(qualifications).map((fileId) => this.parts.files.signalOf(fileId))
    const signal = AbortSignal.any([closing, ...discarded])
    const uploaded: UploadedQualification[] = []
    for (const { id, name, files } of qualifications) {
      const paths: string[] = []
      for (const file of files) paths.push(await this.pathOf(ref, file, signal))
      uploaded.push({ id, name, paths })
    }
    return uploaded
  }

  private async pathOf(ref: MerchantRef, file: SubmittedFile, signal: AbortSignal): Promise<string> {
    return 'path' in file ? file.path : this.parts.uploader.upload(ref, file.fileId, 'qualification', signal)
  }

  /** A change that sends no more than the category's id, or nothing. */
  private planFor(ref: MerchantRef, kind: Kind, category: string | null) {
    const known = category === null ? null : configured(this.parts.store.categories.read(ref).value, category)
    return {
      ref,
      kind,
      summary: known?.name ?? category ?? '',
      request: category === null ? {} : { category },
      check: (before: CategoryFacts) => this.refuseImpossible(ref, kind, before, category),
      prepare: () => Promise.resolve(null)
    }
  }

  private refuseImpossible(ref: MerchantRef, kind: Kind, before: CategoryFacts, category: string | null): void {
    const availability = categoryAction(before, actions[kind], category === null ? null : configured(before, category))
    if (availability.possible) return
    throw new DeskFailure(notPossible(kind, availability, merchantName(this.parts.store, ref)))
  }

  private refuse(ref: MerchantRef, kind: Kind, problem: SubmissionProblem): void {
    if (problem) throw new DeskFailure(invalidSetting(kind, problem, merchantName(this.parts.store, ref)))
  }

  private async change<Prepared>(plan: Plan<Prepared>): Promise<CategoryDetail> {
    this.get(plan.ref)
    await this.parts.runner.run({ ...plan, read: () => this.parts.readings.categories(plan.ref) })
    return this.get(plan.ref)
  }
}

const actions: Readonly<Record<Kind, CategoryAction>> = {
  category_add: 'add',
  category_supply: 'supply',
  category_delete: 'delete',
  category_publish: 'publish',
  category_main: 'main'
}

function configured(facts: CategoryFacts | null, category: string) {
  return facts?.configured.find(({ id }) => id === category) ?? null
}

function stagedIn(qualifications: readonly SubmittedQualification[]): readonly string[] {
  return qualifications.flatMap(({ files }) => files.flatMap((file) => ('fileId' in file ? file.fileId : [])))
}

/** What would change online, as it was read last. */
function publishSummary(facts: CategoryFacts | null): string {
  if (facts === null) return say`全部类目`
  const names = (categories: readonly { readonly name: string }[]) => listed(categories.map(({ name }) => name))
  const [added, gone] = [names(unpublished(facts)), names(dropped(facts))]
  const parts = [added && say`增加 ${added}`, gone && say`去掉 ${gone}`].filter((part) => part !== '')
  return parts.length > 0 ? clauses(parts) : say`全部类目`
}
