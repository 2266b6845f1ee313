import type { Clock } from '../ports'
import { basicInformation } from './basic-information'
import type { PlatformCaller } from './caller'
import { categories } from './categories'
import { categoryChanges } from './category-changes'
import { categoryTree } from './category-tree'
import { applyCapability } from './capability-applications'
import { capabilities } from './capabilities'
import { trialCode } from './codes'
import { domainCalls } from './domain-lists'
import { uploadMaterial } from './materials'
import { miniCode } from './mini-codes'
import { auditHosts, change, submit, upload, versions } from './package-versions'
import type { PictureLoader } from './pictures'
import type { MerchantClient } from './platform'
import { profileCalls } from './profile-changes'
import { standingCalls } from './standing'

export type MerchantClientParts = {
  readonly caller: PlatformCaller
  readonly pictures: PictureLoader
  readonly clock: Clock
  /** The third-party application's id. */
  readonly componentAppId: string
}

/** The calls for one merchant's mini program; they throw `PlatformError` and nothing else. */
export function merchantClient(parts: MerchantClientParts, appId: string): MerchantClient {
  const { caller, clock } = parts
  return {
    basicInformation: (call) => basicInformation(caller, appId, call?.signal),
    ...profileCalls(caller, appId),
    uploadMaterial: (material, call) => uploadMaterial(caller, appId, material, call?.signal),
    categoryTree: (call) => categoryTree(caller, clock, appId, call?.signal),
    categories: (call) => categories(caller, appId, call?.signal),
    ...categoryChanges(caller, appId),
    ...domainCalls(caller, appId),
    ...standingCalls(caller, appId),
    versions: (call) => versions(caller, clock, appId, call?.signal),
    auditHosts: (call) => auditHosts(caller, appId, call?.signal),
    upload: (request, call) => upload(caller, appId, request, call?.signal),
    submit: (request, call) => submit(caller, appId, request, call?.signal),
    withdraw: (call) => change(caller, appId, 'withdraw', call?.signal),
    release: (call) => change(caller, appId, 'release', call?.signal),
    rollback: (call) => change(caller, appId, 'rollback', call?.signal),
    miniCode: (request, call) => miniCode(caller, appId, request, call?.signal),
    capabilities: (call) => capabilities(parts, appId, call?.signal),
    applyCapability: (request, call) => applyCapability(parts, appId, request, call?.signal),
    trialCode: (stage, path, call) => trialCode(parts, appId, { stage, path }, call?.signal)
  }
}
