import type { CategoryTree } from '@shared/domain/category'
import type { MerchantRef } from '@shared/domain/merchant'
import type { DeskError } from '@shared/errors'
import { computed, ref, shallowRef } from 'vue'
import { call } from '@/client'
import { categoryIndex } from './category-index'

/** The categories that the platform allows for a merchant; reading them again keeps what is shown until they are there. */
export function useCategoryTree({ accountId, appId }: MerchantRef) {
  const tree = shallowRef<CategoryTree | null>(null)
  const error = shallowRef<DeskError | null>(null)
  const loading = ref(false)
  const index = computed(() => (tree.value ? categoryIndex(tree.value) : null))

  async function load(fresh: boolean): Promise<void> {
    if (loading.value) return
    loading.value = true
    const answer = await call('categories.available', { accountId, appId, fresh })
    loading.value = false
    error.value = answer.ok ? null : answer.error
    if (answer.ok) tree.value = answer.value
  }

  return { tree, index, error, loading, load }
}
