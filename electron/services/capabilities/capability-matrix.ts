import type { CapabilityMatrix, CapabilityRow, CapabilityWay } from '@shared/domain/capability'
import type { StoredCapabilities } from '../../store/repositories'

type Column = CapabilityMatrix['capabilities'][number]

const order: Readonly<Record<CapabilityWay, number>> = { general: 0, video_mount: 1, automatic: 2 }

/** Merchants × capabilities. Not every merchant's list has all: a column is there for each that any of them has. */
export function capabilityMatrix(merchants: readonly StoredCapabilities[]): CapabilityMatrix {
  const columns = new Map<string, Column>()
  for (const { capabilities } of merchants) {
    for (const { key, name, way } of capabilities ?? []) {
      if (!columns.has(key)) columns.set(key, { key, name, way })
    }
  }
  return {
    capabilities: [...columns.values()].sort((a, b) => order[a.way] - order[b.way]),
    rows: merchants.map(rowOf)
  }
}

function rowOf({ appId, name, capabilities, readAt }: StoredCapabilities): CapabilityRow {
  const states = (capabilities ?? []).map(({ key, state, reason }) => [key, { state, reason }] as const)
  return { appId, name, states: Object.fromEntries(states), readAt }
}
