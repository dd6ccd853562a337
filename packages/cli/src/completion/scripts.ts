export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

/** Each asks the command itself, so that none goes stale; files are left to the shell. */
export const SCRIPTS: Readonly<Record<Shell, string>> = {
  bash: `# passerelle : eval "$(passerelle completion bash)" dans ~/.bashrc
_passerelle() {
  local IFS=$'\\n'
  COMPREPLY=($(passerelle _completer -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
}
complete -o default -F _passerelle passerelle
`,
  zsh: `#compdef passerelle
# passerelle : eval "$(passerelle completion zsh)" dans ~/.zshrc
_passerelle() {
  local -a candidats
  candidats=("\${(@f)$(passerelle _completer -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  if [[ -n "\${candidats[1]}" ]]; then compadd -- "\${candidats[@]}"; else _files; fi
}
compdef _passerelle passerelle
`,
  fish: `# passerelle : passerelle completion fish > ~/.config/fish/completions/passerelle.fish
function __passerelle_candidats
  set -l mots (commandline -opc) (commandline -ct)
  passerelle _completer -- $mots[2..-1] 2>/dev/null
end
complete -c passerelle -a '(__passerelle_candidats)'
`,
};
