<#-- The Java libraries as JSON, for the page of licences. -->
[<#list dependencyMap as e><#assign p = e.getKey()/>
{"name": "${((p.name!p.artifactId)?replace(r"\s+", " ", "r"))?json_string}", "id": "${p.groupId}:${p.artifactId}", "version": "${p.version}", "url": "${(p.url!"")?json_string}", "licences": [<#list e.getValue() as licence>"${licence?json_string}"<#sep>, </#list>]}<#sep>,</#list>
]
