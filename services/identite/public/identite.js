// Comfort only: every page of this service works without it.
const identifiant = document.querySelector('#identifiant');
const motDePasse = document.querySelector('#motDePasse');

if (identifiant instanceof HTMLInputElement && motDePasse instanceof HTMLInputElement) {
  const agents = [...document.querySelectorAll('button.agent')];
  const showChosen = () => {
    for (const agent of agents) {
      agent.setAttribute('aria-pressed', String(agent.value === identifiant.value.trim()));
    }
  };
  for (const agent of agents) {
    agent.addEventListener('click', (event) => {
      event.preventDefault();
      identifiant.value = agent.value;
      showChosen();
      motDePasse.focus();
    });
  }
  identifiant.addEventListener('input', showChosen);

  const montrer = document.querySelector('[data-montrer]');
  if (montrer instanceof HTMLInputElement) {
    montrer.closest('label')?.removeAttribute('hidden');
    montrer.addEventListener('change', () => {
      motDePasse.type = montrer.checked ? 'text' : 'password';
    });
  }
}

const suite = document.querySelector('form[data-suite-immediate]');
if (suite instanceof HTMLFormElement) suite.requestSubmit(suite.querySelector('button'));
