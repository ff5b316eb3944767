/**
 * `beit2/export`: models as ONNX files, compared with the model before they are kept.
 * @module
 */
export { exportModel, type Exported, type ExportOptions } from '../export/export-model.js';
export type { ExportCheck } from '../export/check-export.js';
