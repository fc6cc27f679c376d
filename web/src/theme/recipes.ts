import * as chakra from '@chakra-ui/react/theme';

/** Only the recipes that a screen uses: the whole set would cost 25 kB on the first load. */
export const recipes = {
  badge: chakra.badgeRecipe,
  button: chakra.buttonRecipe,
  container: chakra.containerRecipe,
  heading: chakra.headingRecipe,
  icon: chakra.iconRecipe,
  input: chakra.inputRecipe,
  inputAddon: chakra.inputAddonRecipe,
  kbd: chakra.kbdRecipe,
  link: chakra.linkRecipe,
  separator: chakra.separatorRecipe,
  skeleton: chakra.skeletonRecipe,
  spinner: chakra.spinnerRecipe,
  textarea: chakra.textareaRecipe,
  radiomark: chakra.radiomarkRecipe,
  checkmark: chakra.checkmarkRecipe,
};

export const slotRecipes = {
  alert: chakra.alertSlotRecipe,
  checkbox: chakra.checkboxSlotRecipe,
  combobox: chakra.comboboxSlotRecipe,
  dataList: chakra.dataListSlotRecipe,
  dialog: chakra.dialogSlotRecipe,
  emptyState: chakra.emptyStateSlotRecipe,
  field: chakra.fieldSlotRecipe,
  fieldset: chakra.fieldsetSlotRecipe,
  fileUpload: chakra.fileUploadSlotRecipe,
  list: chakra.listSlotRecipe,
  menu: chakra.menuSlotRecipe,
  nativeSelect: chakra.nativeSelectSlotRecipe,
  progress: chakra.progressSlotRecipe,
  radioGroup: chakra.radioGroupSlotRecipe,
  table: chakra.tableSlotRecipe,
  tabs: chakra.tabsSlotRecipe,
  timeline: chakra.timelineSlotRecipe,
  toast: chakra.toastSlotRecipe,
};
