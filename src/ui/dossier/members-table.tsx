import type { MemberReport } from '../../app/dossier/types.ts';
import { TableHead } from '../parts/table-head.tsx';
import { showSize } from '../text/attachment.ts';
import { MEMBER_KINDS, MEMBER_VERDICTS, dossierText as text } from '../text/dossie.ts';

/** The files of a dossier, each with what was found of it. */
export const MembersTable = ({ members }: { members: readonly MemberReport[] }) => {
  // Files of a trâmite's dossier are what their names say.
  const hasKinds = members.some(({ kind }) => kind);
  return (
    <section>
      <h2>{text.members}</h2>
      <div class="table-scroll">
        <table class="table table-stacked">
          <TableHead
            columns={[text.file, ...(hasKinds ? [text.what] : []), text.size, text.verdict]}
          />
          <tbody>
            {members.map(({ name, kind, size, sha256, verdict }) => (
              <tr key={name} data-member={name} data-verdict={verdict}>
                <td>
                  {name}
                  <div class="mono soft small">{sha256}</div>
                </td>
                {hasKinds && <td>{kind && MEMBER_KINDS[kind]}</td>}
                <td>{showSize(size)}</td>
                <td>
                  <span class={`chip ${verdict === 'intact' ? 'chip-success' : 'chip-danger'}`}>
                    {MEMBER_VERDICTS[verdict]}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
};
