import { decideCreateArea, decideRemoveArea, decideRenameArea } from './areas.ts';
import { commandGroup, commandKind } from './command-kind.ts';

/** How a team arranges what it is about. Small enough for the first page, where an area is removed. */
export const areaCommands = commandGroup({
  createArea: commandKind({ permission: 'area.write', action: 'area.create', decide: decideCreateArea }),
  renameArea: commandKind({ permission: 'area.write', action: 'area.rename', decide: decideRenameArea }),
  removeArea: commandKind({ permission: 'area.write', action: 'area.remove', decide: decideRemoveArea }),
});
