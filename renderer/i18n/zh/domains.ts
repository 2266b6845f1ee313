export default {
  group: { server: '服务器域名', webview: '业务域名' },
  purpose: {
    server: '小程序里的网络请求、上传和下载只能访问这里的域名。',
    webview: '小程序里的 web-view 只能打开这里的域名。'
  },
  changing: { server: '{merchant}：修改服务器域名', webview: '{merchant}：修改业务域名' },
  changed: { server: '{merchant}：服务器域名已修改', webview: '{merchant}：业务域名已修改' },
  unread: '还没有读到域名，请刷新。',
  noPerson: '只有企业主体的小程序能设置业务域名，这个小程序的主体是个人（平台代码 40025）。',
  noPermission: '平台没有让读取这一组域名：商家可能没有授予「基本信息设置权限」。',
  edit: '编辑',
  ownListEmpty: '还没有填写第三方应用自己的域名列表，不在列表里的域名要到平台拒绝时才知道。{link}',
  fillOwnList: '去填写',
  domain: '域名',
  none: '没有域名',
  baseline: {
    label: '基线',
    adopt: '改成基线',
    neverRead: '还没有读取过域名',
    same: '已经和基线一致',
    endEditing: '请先结束正在进行的编辑'
  },
  drift: {
    unread: '还没读过域名',
    same: '和基线一致',
    missing: '缺 {n} 个',
    extra: '多 {n} 个',
    both: '缺 {missing} 个，多 {extra} 个'
  },
  send: {
    nothing: '提交修改',
    add: '增加 {n} 个域名',
    delete: '删除 {n} 个域名',
    set: '整体替换：增加 {missing} 个，删除 {extra} 个'
  },
  plan: {
    add: '只增加：已有的域名不变',
    delete: '只删除：其余的域名不变',
    set: '整体替换：有增有删，整组一次提交'
  },
  comparison: '提交前的对比',
  unchanged: '和现在的一样，没有要提交的',
  failing: '删除以后，小程序里用到这些域名的请求和页面会失败。',
  meanwhile: {
    title: '编辑期间，平台上的域名变了。',
    text: '{title}下面是变化；您填写的内容还在。',
    merge: '把变化并入编辑',
    dismiss: '以我填写的为准'
  },
  added: '增加',
  removed: '删除',
  editor: {
    alike: '四种都用同一组',
    firstNeeded: '请先填写第一组，它会填到其余各组',
    submitting: '正在提交',
    fixAll: '全部修正（{n} 行）',
    count: '{n} 个',
    placeholder: '每行一个域名，可以一次粘贴多个',
    removeLine: '去掉这行',
    replaceBy: '改成 {domain}',
    toMend: '有 {n} 行要先改正'
  },
  baselines: {
    page: '域名',
    tabs: '域名的各项',
    title: '域名基线',
    own: '第三方应用自己的域名',
    create: '新建基线',
    none: '还没有域名基线',
    noneText: '把一组商家都该有的域名存成基线，就能看出谁缺了、谁多了，并一次补齐。',
    counts: '{merchants}，{drifted}',
    merchants: '{n} 个商家',
    drifted: '{n} 个偏离',
    unchanged: '没有改变',
    save: '保存',
    delete: {
      button: '删除…',
      title: '删除基线「{name}」？',
      text: '{n} 个商家用这个基线。删除后他们的域名不变，但不再和基线比较。',
      confirm: '删除基线'
    },
    form: {
      name: '名称',
      nameExample: '如：茶饮模板的域名',
      nameNeeded: '请先填写名称',
      webviewHelp: '只用于企业主体的小程序；个人主体的商家会跳过这一组。',
      save: '保存基线',
      saved: '基线「{name}」已保存',
      note: '保存只改基线本身；要改商家的域名，请用「套用到商家」。'
    },
    members: {
      title: '用这个基线的商家（{count}）',
      label: '用这个基线的商家',
      none: '还没有商家用这个基线。',
      assign: '分配商家…',
      apply: '套用到商家…',
      filling: '商家列表还在读取',
      noMerchants: '还没有商家',
      saveFirst: '请先保存基线的修改'
    },
    assignDialog: {
      title: '分配商家：{name}',
      note: '只记下谁该用这个基线，不修改平台上的域名',
      done: '商家已分配',
      assign: '分配',
      added: '分配 {added} 个',
      removed: '移出 {removed} 个',
      both: '分配 {added} 个，移出 {removed} 个'
    },
    applyDialog: {
      title: '套用基线：{name}',
      chooseFirst: '请先选择商家',
      how: '怎样套用',
      look: '看会改什么（{count} 个商家）',
      back: '上一步',
      note: '已一致的也会再读一次核对；商家会同时分配到这个基线',
      apply: '套用到 {count} 个商家…',
      comparing: '正在比较',
      nobody: '没有能套用的商家',
      allSame: '都已一致，没有要改的'
    },
    mode: {
      add: '只补缺少的',
      addHelp: '基线里有、商家没有的加上；商家多出来的不动。',
      exact: '完全一致',
      exactHelp: '缺少的加上，多出来的删除；小程序里用到被删域名的请求和页面会失败。'
    },
    picker: {
      search: '搜索商家',
      searchHint: '名称、AppID、标签',
      tags: '标签',
      members: '用这个基线的',
      drifted: '偏离的',
      all: '选择列出的 {count} 个',
      chosen: '已选 {count} 个',
      merchants: '商家',
      otherBaseline: '现用「{name}」',
      nobody: '没有符合的商家'
    },
    preview: {
      label: '套用的预览',
      merchant: '商家',
      result: '结果',
      change: '改什么',
      readAt: '域名读取于',
      states: { change: '要修改', same: '已一致', unread: '还没读过', blocked: '不能' },
      readFirst: '先读取现有的域名，再决定改什么',
      added: '增加 {added}',
      removed: '删除 {removed}',
      both: '增加 {added}；删除 {removed}',
      /** `{counts}` are some of those below, joined by the comma. */
      sum: '{count} 个商家：{counts}',
      comma: '，',
      counts: {
        change: '{count} 个要修改',
        same: '{count} 个已一致',
        unread: '{count} 个还没读过（先读取再修改）',
        blocked: '{count} 个不能'
      }
    },
    application: {
      serverHelp: '商家的四种服务器域名都要在这里，或是其中域名的下级域名。',
      webviewHelp: '商家的业务域名要在这里，或是其中域名的下级域名。',
      help: '商家能用的域名以这两个列表为限（平台代码 40023）。它们没有接口可以读取，请照着「服务商平台 → 第三方小程序应用 → 开发设置 → 域名」抄到这里，之后填写时就能当场检查。空着的列表不检查。',
      changedAt: '上次填写：{time}',
      note: '只保存在这台电脑上，不会发送给平台。'
    },
    checkFile: {
      title: '域名校验文件',
      help: '在服务商平台添加业务域名之前，每个域名的根目录下都要放这个文件。它属于第三方应用，所有域名用同一个。',
      name: '文件名',
      content: '内容',
      contentLabel: '文件内容',
      download: '下载文件',
      fetch: '获取校验文件',
      keep: '下载文件，不要改名，也不要改内容。',
      put: '放到每个业务域名的根目录。',
      open: '用浏览器打开 https://域名/{name}，应该正好显示上面的内容。',
      add: '到服务商平台添加这个业务域名，再把它填进上面的列表。'
    }
  }
} as const
