import type { NameVerdict, ProfileDetail } from '@shared/contract'
import type { MerchantRef } from '@shared/domain/merchant'
import type { Introduction, MerchantInformation } from '@shared/domain/profile'
import { DeskFailure, type AssignedError, type MerchantName } from '@shared/errors'
import { introductionProblem, nameProblem, profileAction, type ProfileItem } from '@shared/rules/profile-rules'
import { facetKinds } from '@shared/rules/setting-names'
import { say } from '@shared/texts/say'
import { PlatformError } from '../../douyin/platform-error'
import type { Store } from '../../store/repositories'
import type { AccountService } from '../account-service'
import { merchantName, notFound } from '../merchant-facts'
import type { MerchantReader } from '../merchant-reader'
import type { MaterialUploader } from './material-uploader'
import { invalidSetting, notPossible } from './setting-failures'
import type { SettingPlan, SettingRunner } from './setting-runner'
import type { SetupReadings } from './setup-readings'
import type { StagedFiles } from './staged-files'

const changesShown = 50

/** The platform's verdicts on a name itself (page `check-name-v2`); other codes say that it could not be checked. */
const verdicts: ReadonlyMap<string, NameVerdict['verdict']> = new Map([
  ['21001', 'refused'],
  ['21003', 'refused'],
  ['21004', 'refused'],
  ['21005', 'refused'],
  ['21006', 'evidence']
])

export type ProfileServiceParts = {
  readonly store: Store
  readonly accounts: AccountService
  readonly reader: MerchantReader
  readonly readings: SetupReadings
  readonly runner: SettingRunner
  readonly uploader: MaterialUploader
  readonly files: StagedFiles
}

/** 基本资料: what a merchant's mini program is called, says of itself and looks like. All methods throw `DeskFailure`. */
export class ProfileService {
  private readonly parts: ProfileServiceParts

  constructor(parts: ProfileServiceParts) {
    this.parts = parts
  }

  /** What the database knows. */
  get(ref: MerchantRef): ProfileDetail {
    const { store, runner } = this.parts
    if (store.merchants.row(ref) === null) throw notFound(ref)
    return {
      reading: store.information.read(ref),
      changes: store.settingChanges.list(ref, facetKinds.profile, changesShown),
      running: runner.running(ref, 'profile')
    }
  }

  /** What the database knows of all the account's merchants. */
  introductions(accountId: string): readonly Introduction[] {
    return this.parts.store.merchants.introductions(accountId)
  }

  /** Reads it from the platform, then answers as `get` does. */
  async read(ref: MerchantRef, signal?: AbortSignal): Promise<ProfileDetail> {
    this.get(ref)
    await this.parts.readings.profile(ref, signal)
    return this.get(ref)
  }

  /** The icon that was submitted last, as a data address; only the address that was read is asked. */
  async submittedIcon(ref: MerchantRef): Promise<{ image: string }> {
    const { accounts, reader } = this.parts
    const url = this.get(ref).reading.value?.iconAudit?.value
    if (!url) throw new DeskFailure(noSubmittedIcon(this.nameOf(ref)))
    try {
      const { contentType, bytes } = await accounts.platform(ref.accountId).picture(url)
      return { image: `data:${contentType};base64,${bytes.toString('base64')}` }
    } catch (error) {
      throw reader.failure(ref, say`读取提交的图标`, error)
    }
  }

  /** 小程序名称检测. A name that the rules refuse is not sent. Throws where the platform gave no verdict. */
  async checkName(ref: MerchantRef, name: string): Promise<NameVerdict> {
    const { accounts, reader } = this.parts
    this.get(ref)
    const problem = nameProblem(name)
    if (problem !== null)
      return { name, verdict: 'refused', error: notPossible('name', { why: problem }, this.nameOf(ref)) }
    try {
      await accounts.platform(ref.accountId).merchant(ref.appId).checkName(name)
      accounts.worked(ref.accountId)
      return { name, verdict: 'usable', error: null }
    } catch (error) {
      const failure = reader.failure(ref, say`检测名称`, error)
      const code = error instanceof PlatformError ? error.facts.platformCode : undefined
      const verdict = verdicts.get(code ?? '')
      if (!verdict) throw failure
      return { name, verdict, error: { ...failure.error, message: say`名称「${name}」不能直接使用` } }
    }
  }

  /** Page `modify-name-v2`. `evidence`: a staged picture, where the check of the name asks for one. */
  changeName(ref: MerchantRef, name: string, evidence: string | null): Promise<ProfileDetail> {
    this.refuseInvalid(ref, 'name', nameProblem(name))
    const evidencePath = (signal: AbortSignal) =>
      evidence === null ? Promise.resolve(null) : this.upload(ref, evidence, 'name_evidence', signal)
    return this.change({
      ...this.planOf(ref, 'name'),
      summary: name,
      request: { name, evidence },
      prepare: evidencePath,
      send: (merchant, path) => merchant.changeName({ name, evidencePath: path }),
      used: evidence
    })
  }

  /** Page `modify-intro-v2`. */
  changeIntroduction(ref: MerchantRef, introduction: string, rolloutId: string | null = null): Promise<ProfileDetail> {
    this.refuseInvalid(ref, 'introduction', introductionProblem(introduction))
    return this.change({
      ...this.planOf(ref, 'introduction'),
      summary: introduction,
      request: { introduction },
      rolloutId,
      prepare: () => Promise.resolve(null),
      send: (merchant) => merchant.changeIntroduction(introduction),
      used: null
    })
  }

  /** Page `modify-icon-v2`, with a staged picture; a rollout's stays, as it may serve other merchants. */
  changeIcon(ref: MerchantRef, fileId: string, rolloutId: string | null = null): Promise<ProfileDetail> {
    const { file } = this.parts.files.get(fileId)
    return this.change({
      ...this.planOf(ref, 'icon'),
      summary: file.name,
      request: { fileId, name: file.name },
      rolloutId,
      prepare: (signal) => this.upload(ref, fileId, 'icon', signal),
      send: (merchant, path) => merchant.changeIcon(path),
      used: rolloutId === null ? fileId : null
    })
  }

  private planOf(ref: MerchantRef, kind: ProfileItem) {
    return {
      ref,
      kind,
      read: () => this.parts.readings.profile(ref),
      check: (before: MerchantInformation) => {
        const availability = profileAction(before, kind)
        if (!availability.possible) throw new DeskFailure(notPossible(kind, availability, this.nameOf(ref)))
      }
    }
  }

  /** `used`: a staged file that nobody needs any more once the platform took the change. */
  private async change<Prepared>(plan: ProfilePlan<Prepared>): Promise<ProfileDetail> {
    this.get(plan.ref)
    await this.parts.runner.run(plan)
    if (plan.used !== null) this.parts.files.discard(plan.used)
    return this.get(plan.ref)
  }

  private upload(ref: MerchantRef, fileId: string, use: 'icon' | 'name_evidence', signal: AbortSignal) {
    return this.parts.uploader.upload(ref, fileId, use, signal)
  }

  private refuseInvalid(ref: MerchantRef, item: 'name' | 'introduction', problem: string | null): void {
    if (problem !== null) throw new DeskFailure(invalidSetting(item, { [item]: problem }, this.nameOf(ref)))
  }

  private nameOf(ref: MerchantRef): MerchantName {
    return merchantName(this.parts.store, ref)
  }
}

type ProfilePlan<Prepared> = SettingPlan<MerchantInformation, Prepared> & { readonly used: string | null }

function noSubmittedIcon(merchant: MerchantName): AssignedError {
  return {
    code: 'not_found',
    message: say`提交的图标没有读到`,
    reason: say`没有读到这个商家提交过的图标`,
    nextStep: say`请刷新基本资料后再看`,
    retryable: false,
    merchant,
    actor: 'operator',
    wayOut: 'merchant_profile'
  }
}
