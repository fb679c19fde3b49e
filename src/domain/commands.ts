import {
  activitiesDone,
  activitiesMove,
  activityAdd,
  activityDelete,
  activityDone,
  activityEdit,
} from './activities.js';
import {
  dealsAssign,
  dealsExpect,
  dealsFollow,
  dealsLabel,
  leadsArchive,
  leadsAssign,
  leadsLabel,
  leadsRestore,
  leadsSee,
} from './bulk.js';
import { organizationAdd, personAdd } from './contact-add.js';
import { organizationsDistinguish, personsDistinguish } from './contact-apart.js';
import { organizationsDelete, personsDelete } from './contact-delete.js';
import { organizationsMerge, personsMerge } from './contact-merge.js';
import { organizationEdit, personEdit } from './contact-edit.js';
import { leadsConvert } from './convert.js';
import { dealLose, dealReopen, dealWin } from './deals.js';
import { fieldAdd, fieldDelete, fieldEdit, fieldsSort } from './fields.js';
import { fileAdd, fileDelete, fileEdit } from './files/files.js';
import { fieldRetype } from './field-retype.js';
import { dealDuplicate } from './deal-copy.js';
import { labelAdd, labelDelete, labelEdit } from './labels.js';
import { dealsMerge, leadsMerge } from './merge.js';
import { dealMove, dealsMove } from './move.js';
import { noteAdd, noteDelete, noteEdit } from './notes.js';
import { dealAdd, leadAdd } from './opportunities.js';
import { dealEdit, leadEdit } from './opportunity-edit.js';
import { pipelineDelete, pipelineSave, pipelinesSort } from './pipelines.js';
import { participantAdd, participantDelete, participantEdit, participantPromote } from './participants.js';
import type { CommandName } from './plan.js';
import { productAdd, productDelete, productEdit } from './products/catalogue.js';
import { dealProductEdit, dealProductsAdd, dealProductsDelete, dealProductsSort } from './products/lines.js';
import { dealPricing } from './products/pricing.js';
import { projectAdd, projectDelete, projectEdit, projectLink, projectUnlink } from './projects/projects.js';
import { projectTaskAdd, projectTaskDelete, projectTaskEdit, projectTasksSort } from './projects/tasks.js';
import { projectTemplateAdd, projectTemplateDelete, projectTemplateEdit } from './projects/templates.js';
import type { Rule } from './rule.js';
import { filterDelete, filterSave } from './saved-filters.js';
import { dealsConvert } from './to-lead.js';
import { dealsDelete, leadsDelete, trashRestore } from './trash.js';
import { conversionsUndo } from './undo.js';
import { viewSave } from './views.js';
import { dealWait } from './waiting.js';

/**
 * Import has a course of its own (`import/`): a file's rows, not records, are what it begins with. So has erasing a person
 * (`erasing/`), which is no change of records that could be written down.
 */
export type RuledCommand = Exclude<CommandName, 'leads-import' | 'import-undo' | 'person-erase'>;

/** The rule of every command, by the name of its intent. The store drives them all alike (rule.ts). */
export const rules: { readonly [N in RuledCommand]: Rule<N> } = {
  'lead-add': leadAdd,
  'lead-edit': leadEdit,
  'leads-see': leadsSee,
  'leads-archive': leadsArchive,
  'leads-restore': leadsRestore,
  'leads-label': leadsLabel,
  'leads-assign': leadsAssign,
  'leads-delete': leadsDelete,
  'leads-convert': leadsConvert,
  'leads-merge': leadsMerge,
  'conversions-undo': conversionsUndo,
  'deals-convert': dealsConvert,
  'deal-add': dealAdd,
  'deal-duplicate': dealDuplicate,
  'deal-edit': dealEdit,
  'deal-move': dealMove,
  'deal-win': dealWin,
  'deal-lose': dealLose,
  'deal-reopen': dealReopen,
  'deal-wait': dealWait,
  'deals-label': dealsLabel,
  'deals-assign': dealsAssign,
  'deals-follow': dealsFollow,
  'deals-expect': dealsExpect,
  'deals-move': dealsMove,
  'deals-delete': dealsDelete,
  'deals-merge': dealsMerge,
  'participant-add': participantAdd,
  'participant-edit': participantEdit,
  'participant-delete': participantDelete,
  'participant-promote': participantPromote,
  'trash-restore': trashRestore,
  'note-add': noteAdd,
  'note-edit': noteEdit,
  'note-delete': noteDelete,
  'file-add': fileAdd,
  'file-edit': fileEdit,
  'file-delete': fileDelete,
  'activity-add': activityAdd,
  'activity-edit': activityEdit,
  'activity-done': activityDone,
  'activity-delete': activityDelete,
  'activities-move': activitiesMove,
  'activities-done': activitiesDone,
  'product-add': productAdd,
  'product-edit': productEdit,
  'product-delete': productDelete,
  'deal-products-add': dealProductsAdd,
  'deal-product-edit': dealProductEdit,
  'deal-products-delete': dealProductsDelete,
  'deal-products-sort': dealProductsSort,
  'deal-pricing': dealPricing,
  'project-add': projectAdd,
  'project-edit': projectEdit,
  'project-link': projectLink,
  'project-unlink': projectUnlink,
  'project-delete': projectDelete,
  'project-task-add': projectTaskAdd,
  'project-task-edit': projectTaskEdit,
  'project-task-delete': projectTaskDelete,
  'project-tasks-sort': projectTasksSort,
  'project-template-add': projectTemplateAdd,
  'project-template-edit': projectTemplateEdit,
  'project-template-delete': projectTemplateDelete,
  'person-add': personAdd,
  'person-edit': personEdit,
  'persons-delete': personsDelete,
  'persons-merge': personsMerge,
  'persons-distinguish': personsDistinguish,
  'organization-add': organizationAdd,
  'organization-edit': organizationEdit,
  'organizations-delete': organizationsDelete,
  'organizations-merge': organizationsMerge,
  'organizations-distinguish': organizationsDistinguish,
  'label-add': labelAdd,
  'label-edit': labelEdit,
  'label-delete': labelDelete,
  'pipeline-save': pipelineSave,
  'pipelines-sort': pipelinesSort,
  'pipeline-delete': pipelineDelete,
  'filter-save': filterSave,
  'filter-delete': filterDelete,
  'field-add': fieldAdd,
  'field-edit': fieldEdit,
  'fields-sort': fieldsSort,
  'field-delete': fieldDelete,
  'field-retype': fieldRetype,
  'view-save': viewSave,
};
