export {
  breakLogCommands,
  escapeControls,
  escapeLines,
  escapePath,
  LOG_COMMAND,
  oneLine,
} from '../../core/index.js';
