export { openColumnsOf as openColumns } from '../../shared/table/columns-panel.js';
export { picker as partStyles } from '../../styles/controls/picker.js';
