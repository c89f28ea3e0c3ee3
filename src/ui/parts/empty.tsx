/** In place of a list that has nothing yet: what is missing, and how it comes about. */
export const Empty = ({ title, help }: { title: string; help: string }) => (
  <div class="empty">
    <p>
      <strong>{title}</strong>
    </p>
    <p>{help}</p>
  </div>
);
