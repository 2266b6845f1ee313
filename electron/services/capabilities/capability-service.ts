import type { CapabilityDetail } from '@shared/contract'
import type { Capability, CapabilityAnswer, CapabilityMatrix } from '@shared/domain/capability'
import type { MerchantRef } from '@shared/domain/merchant'
import { DeskFailure } from '@shared/errors'
import { applicationProblems, capabilityAction } from '@shared/rules/capability-rules'
import { facetKinds } from '@shared/rules/setting-names'
import { say } from '@shared/texts/say'
import type { Store } from '../../store/repositories'
import { merchantName, notFound } from '../merchant-facts'
import type { MaterialUploader } from '../setup/material-uploader'
import { invalidSetting, notPossible } from '../setup/setting-failures'
import type { SettingRunner } from '../setup/setting-runner'
import type { SetupReadings } from '../setup/setup-readings'
import type { StagedFiles } from '../setup/staged-files'
import { startingWith } from '../setup/starting-with'
import { answersSent, stagedIn } from './application-answers'
import { capabilityMatrix } from './capability-matrix'
import type { CapabilityRefresh } from './capability-refresh'

/** What is applied for, and the form as it was filled in. */
export type Application = {
  readonly key: string
  readonly reason: string
  readonly answers: readonly CapabilityAnswer[]
}

export type CapabilityServiceParts = {
  readonly store: Store
  readonly readings: Pick<SetupReadings, 'capabilities'>
  readonly runner: SettingRunner
  readonly uploader: Pick<MaterialUploader, 'upload'>
  readonly files: StagedFiles
  readonly refreshes: Pick<CapabilityRefresh, 'refresh'>
}

type Reader = () => Promise<readonly Capability[]>

const changesShown = 50

/** 能力申请: what the merchants' mini programs may do beyond the ordinary, and applying for it. Methods throw `DeskFailure`. */
export class CapabilityService {
  private readonly parts: CapabilityServiceParts

  constructor(parts: CapabilityServiceParts) {
    this.parts = parts
  }

  /** What the database knows. */
  get(ref: MerchantRef): CapabilityDetail {
    const { store, runner } = this.parts
    if (store.merchants.row(ref) === null) throw notFound(ref)
    return {
      reading: store.capabilities.read(ref),
      changes: store.settingChanges.list(ref, facetKinds.capabilities, changesShown),
      running: runner.running(ref, 'capabilities')
    }
  }

  /** Reads them from the platform, then answers as `get` does. */
  async read(ref: MerchantRef, signal?: AbortSignal): Promise<CapabilityDetail> {
    this.get(ref)
    await this.parts.readings.capabilities(ref, signal)
    return this.get(ref)
  }

  /** What was read last of all merchants. */
  matrix(accountId: string): CapabilityMatrix {
    return capabilityMatrix(this.parts.store.capabilityRows(accountId))
  }

  /** Reads them for these merchants behind; those that are not authorised any more are left out. Never throws. */
  refresh(accountId: string, appIds: readonly string[]): { readonly asked: number } {
    return this.parts.refreshes.refresh(accountId, appIds)
  }

  /**
   * Pages `apply_capacity/apply_capacity` and `mount/apply-video-mount-permission`. Nothing is sent where the state does not
   * allow it (`not_possible_now`) or the form has a mistake (`invalid_input` by `reason` and `answers.<key>`). The staged
   * pictures are dropped once the application is on its way.
   */
  async apply(ref: MerchantRef, application: Application): Promise<CapabilityDetail> {
    this.get(ref)
    await this.run(ref, application, null, () => this.parts.readings.capabilities(ref))
    for (const fileId of stagedIn(application.answers)) this.parts.files.discard(fileId)
    return this.get(ref)
  }

  /**
   * Applies for a rollout, unless the merchant has the capability or is applying for it already. The staged pictures stay, as
   * other merchants need them too.
   */
  async applyUnlessThere(ref: MerchantRef, application: Application, rolloutId: string): Promise<'done' | 'unchanged'> {
    const again = () => this.parts.readings.capabilities(ref)
    const capabilities = await again()
    const state = capabilities.find(({ key }) => key === application.key)?.state
    if (state === 'granted' || state === 'applying') return 'unchanged'
    await this.run(ref, application, rolloutId, startingWith(capabilities, again))
    return 'done'
  }

  private async run(ref: MerchantRef, application: Application, rolloutId: string | null, read: Reader): Promise<void> {
    const { key, reason, answers } = application
    for (const fileId of stagedIn(answers)) this.parts.files.get(fileId)
    await this.parts.runner.run({
      ref,
      kind: 'capability_apply',
      summary: this.nameOf(ref, key),
      request: { key, reason, answers },
      rolloutId,
      read,
      check: (before) => this.refuse(ref, this.found(ref, before, key), application),
      prepare: async (signal, before) => {
        const { way } = this.found(ref, before, key)
        return { way, answers: await this.uploaded(ref, application, way, signal) }
      },
      send: (merchant, prepared) => merchant.applyCapability({ key, reason: reason.trim(), ...prepared })
    })
  }

  private refuse(ref: MerchantRef, capability: Capability, application: Application): void {
    const merchant = merchantName(this.parts.store, ref)
    const availability = capabilityAction(capability)
    if (!availability.possible) throw new DeskFailure(notPossible('capability_apply', availability, merchant))
    const problems = applicationProblems(capability, application)
    if (Object.keys(problems).length > 0) throw new DeskFailure(invalidSetting('capability_apply', problems, merchant))
  }

  private found(ref: MerchantRef, capabilities: readonly Capability[], key: string): Capability {
    const found = capabilities.find((each) => each.key === key)
    if (found) return found
    const merchant = merchantName(this.parts.store, ref)
    throw new DeskFailure(notPossible('capability_apply', { why: say`平台没有给这个商家列出这项能力` }, merchant))
  }

  /** Any picture that is discarded meanwhile gives the whole up. */
  private uploaded(ref: MerchantRef, { answers }: Application, way: Capability['way'], closing: AbortSignal) {
    const { files, uploader } = this.parts
    const discarded = stagedIn(answers).map((fileId) => files.signalOf(fileId))
    const signal = AbortSignal.any([closing, ...discarded])
    const use = way === 'video_mount' ? 'landing_page' : 'capability'
    return answersSent(answers, (fileId) => uploader.upload(ref, fileId, use, signal))
  }

  private nameOf(ref: MerchantRef, key: string): string {
    const known = this.parts.store.capabilities.read(ref).value ?? []
    return known.find((each) => each.key === key)?.name ?? key
  }
}
